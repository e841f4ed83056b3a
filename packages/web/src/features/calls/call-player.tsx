import { Pause, Play, RotateCcw } from 'lucide-react';
import type { CSSProperties } from 'react';
import { classes } from '../../lib/classes.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { clockOf } from './call-words.ts';
import type { Playback } from './use-playback.ts';

const SPEEDS = [1, 1.5, 2];
const BACK_SECONDS = 10;

/** A line that is filled as far as it was played; each engine has its own name for its parts. */
const SLIDER = classes(
  'appearance-none bg-transparent',
  '[&::-webkit-slider-runnable-track]:h-1.5 [&::-webkit-slider-runnable-track]:rounded-full',
  '[&::-webkit-slider-runnable-track]:bg-[linear-gradient(to_right,var(--accent)_var(--played),var(--line-strong)_var(--played))]',
  '[&::-webkit-slider-thumb]:-mt-1 [&::-webkit-slider-thumb]:size-3.5 [&::-webkit-slider-thumb]:appearance-none',
  '[&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:bg-accent',
  '[&::-moz-range-track]:h-1.5 [&::-moz-range-track]:rounded-full [&::-moz-range-track]:bg-line-strong',
  '[&::-moz-range-progress]:h-1.5 [&::-moz-range-progress]:rounded-full [&::-moz-range-progress]:bg-accent',
  '[&::-moz-range-thumb]:size-3.5 [&::-moz-range-thumb]:border-0 [&::-moz-range-thumb]:bg-accent',
);

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
          style={{ '--played': `${(Math.min(position, end) / end) * 100}%` } as CSSProperties}
          className={classes('h-6 min-w-0 flex-1 pointer-coarse:h-11', SLIDER)}
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
