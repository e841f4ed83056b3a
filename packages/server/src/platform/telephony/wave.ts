// Sound without a recording: what the simulated network plays back, as a WAV file.

const RATE = 8000;
const HEADER_BYTES = 44;

/** A soft hum that swells and fades about once a second, so that a player has something to play. */
export const hum = (seconds: number): Buffer => {
  const samples = RATE * seconds;
  const wave = Buffer.alloc(HEADER_BYTES + samples);
  wave.write('RIFF', 0, 'latin1');
  wave.writeUInt32LE(36 + samples, 4);
  wave.write('WAVEfmt ', 8, 'latin1');
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20); // PCM
  wave.writeUInt16LE(1, 22); // mono
  wave.writeUInt32LE(RATE, 24);
  wave.writeUInt32LE(RATE, 28);
  wave.writeUInt16LE(1, 32);
  wave.writeUInt16LE(8, 34);
  wave.write('data', 36, 'latin1');
  wave.writeUInt32LE(samples, 40);
  for (let i = 0; i < samples; i++) {
    const loudness = 18 * Math.sin((Math.PI * (i % RATE)) / RATE);
    wave[HEADER_BYTES + i] = 128 + Math.round(loudness * Math.sin((2 * Math.PI * 220 * i) / RATE));
  }
  return wave;
};
