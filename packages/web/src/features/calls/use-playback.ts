import { useEffect, useRef, useState } from 'react';

export type Playback = {
  isPlaying: boolean;
  /** It could not be loaded or played. */
  isBroken: boolean;
  /** Where it is now, and how long it is, in seconds. */
  position: number;
  length: number;
  speed: number;
  toggle: () => void;
  seek: (seconds: number) => void;
  /** Seeks, and plays from there. */
  playFrom: (seconds: number) => void;
  setSpeed: (speed: number) => void;
};

/**
 * The sound of a recording, without anything to see.
 * @param url null when there is none
 * @param guess how long it is until its own data say so, in seconds
 */
export const usePlayback = (url: string | null, guess: number): Playback => {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [isBroken, setIsBroken] = useState(false);
  const [position, setPosition] = useState(0);
  const [length, setLength] = useState(guess);
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    if (url === null) return undefined;
    const sound = new Audio(url);
    sound.preload = 'metadata';
    sound.onplay = () => setIsPlaying(true);
    sound.onpause = () => setIsPlaying(false);
    sound.ontimeupdate = () => setPosition(sound.currentTime);
    sound.onloadedmetadata = () => {
      if (Number.isFinite(sound.duration)) setLength(sound.duration);
    };
    sound.onerror = () => setIsBroken(true);
    audio.current = sound;
    return () => {
      sound.onerror = null;
      sound.pause();
      sound.src = '';
      audio.current = null;
    };
  }, [url]);

  const play = () => void audio.current?.play().catch(() => setIsBroken(true));
  const seek = (seconds: number) => {
    if (audio.current) audio.current.currentTime = seconds;
    setPosition(seconds);
  };
  return {
    isPlaying,
    isBroken,
    position,
    length,
    speed,
    seek,
    toggle: () => (audio.current?.paused ? play() : audio.current?.pause()),
    playFrom: (seconds) => {
      seek(seconds);
      play();
    },
    setSpeed: (next) => {
      setSpeed(next);
      if (audio.current) audio.current.playbackRate = next;
    },
  };
};
