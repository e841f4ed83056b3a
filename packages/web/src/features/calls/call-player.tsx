import { Pause, Play, RotateCcw } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { clockOf } from './call-words.ts';
import type { Playback } from './use-playback.ts';

const SPEEDS = [1, 1.5, 2];
const BACK_SECONDS = 10;

/** The recording: play, go back a little, faster, and anywhere by its line. */
export const CallPlayer = ({ playback, url }: { playback: Playback; url: string }) => {
  const { isPlaying, isBroken, position, length, speed } = playback;
  const end = Math.max(length, 1);
  return (
    <section
      aria-label="Recording"
      className="flex items-center gap-2 rounded-xl border border-line bg-raised px-3 py-2 shadow-card"
    >
      <IconButton label={isPlaying ? 'Pause' : 'Play'} onClick={playback.toggle}>
        {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
      </IconButton>
      <IconButton
        label={`Back ${BACK_SECONDS} seconds`}
        onClick={() => playback.seek(Math.max(0, position - BACK_SECONDS))}
      >
        <RotateCcw aria-hidden />
      </IconButton>
      {isBroken ? (
        <p role="alert" className="min-w-0 flex-1 text-danger-text">
          The recording cannot be played here.{' '}
          <a className="underline" href={url} download>
            Download it
          </a>
        </p>
      ) : (
        <input
          type="range"
          aria-label="Position in the recording"
          aria-valuetext={`${clockOf(position)} of ${clockOf(length)}`}
          min={0}
          max={end}
          step={0.1}
          value={Math.min(position, end)}
          onChange={({ currentTarget }) => playback.seek(Number(currentTarget.value))}
          className="h-6 min-w-0 flex-1 accent-accent pointer-coarse:h-11"
        />
      )}
      <span className="text-xs whitespace-nowrap text-ink-muted tabular-nums">
        {clockOf(position)} / {clockOf(length)}
      </span>
      <Button
        size="sm"
        variant="ghost"
        aria-label={`Speed ${speed}×`}
        onClick={() => playback.setSpeed(SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]!)}
      >
        {speed}×
      </Button>
    </section>
  );
};
