import { setSuperAdmin } from '../modules/auth/operator.service.ts';
import { type Command, readArguments, usageError, withCore } from './command.ts';

export const superAdmin: Command = {
  name: 'super-admin',
  usage: 'super-admin EMAIL [--remove]',
  help: ['Makes somebody who has signed up an operator of the installation, or takes it back.'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, { remove: { type: 'boolean' } });
    const [email] = positionals;
    if (positionals.length !== 1 || email === undefined)
      throw usageError('Say the e-mail address of one person.');
    const isAdmin = !values.remove;
    await withCore(async (base) => setSuperAdmin(base, email, isAdmin));
    console.log(`${email} is ${isAdmin ? 'now' : 'no longer'} a super admin.`);
    return true;
  },
};
