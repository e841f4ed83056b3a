import { loadSample, removeSample } from '../modules/transfer/sample.service.ts';
import { type Command, readArguments, usageError, withOrganization } from './command.ts';
import { printReport, runHere } from './run-import.ts';

export const sample: Command = {
  name: 'sample',
  usage: 'sample [--remove] [--organization NAME|ID]',
  help: ['Loads the sample workspace (invented people and conversations), or removes it.'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      remove: { type: 'boolean' },
      organization: { type: 'string' },
    });
    if (positionals.length > 0) throw usageError(`"${positionals[0]}" is no option of sample.`);
    return withOrganization(values.organization, async (ctx) => {
      if (values.remove) {
        console.log(`Removed ${await removeSample(ctx)} sample contacts and all that was theirs.`);
        return true;
      }
      const { id } = await loadSample(ctx, false);
      return printReport(ctx, await runHere(ctx, id));
    });
  },
};
