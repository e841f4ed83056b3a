// `npm run rapport -- <command>`: what the operator does at the machine itself.
import { importHistory } from './cli/import.ts';
import { showOrganizations } from './cli/organizations.ts';
import { sample } from './cli/sample.ts';
import { superAdmin } from './cli/super-admin.ts';
import { type Command, isUsageError } from './cli/command.ts';
import { Refusal } from './platform/errors.ts';
import { isStartError } from './platform/start-error.ts';

const COMMANDS: Command[] = [importHistory, sample, superAdmin, showOrganizations];
const HELP = 'npm run rapport -- help';

const run = async ([name, ...args]: string[]): Promise<boolean> => {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(helpText());
    return true;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) return complain(`There is no command "${name}". See all: ${HELP}`);
  try {
    return await command.run(args);
  } catch (error) {
    if (isUsageError(error)) return complain(`${error.message} See how: ${HELP}`);
    if (isStartError(error) || error instanceof Refusal) return complain(error.message);
    console.error(`The command "${name}" failed:`, error);
    return false;
  }
};

const complain = (sentence: string): boolean => {
  console.error(sentence);
  return false;
};

const helpText = (): string =>
  [
    'npm run rapport -- COMMAND',
    ...COMMANDS.map(({ usage, help }) => [usage, ...help].join('\n      ')),
    'Commands work while the server runs and while it does not, with the same settings (DATA_DIR, DATABASE_URL).',
  ].join('\n\n');

// Idle connections of the libraries must not keep the process.
process.exit((await run(process.argv.slice(2))) ? 0 : 1);
