import { listOrganizations } from '../modules/auth/operator.service.ts';
import { type Command, readArguments, withCore } from './command.ts';

export const showOrganizations: Command = {
  name: 'organizations',
  usage: 'organizations',
  help: ['Lists the organizations with their members and contacts.'],
  run: async (args) => {
    readArguments(args, {});
    const all = await withCore(listOrganizations);
    for (const { id, name, members, contacts } of all)
      console.log(`${id}  ${name}  (members: ${members}, contacts: ${contacts})`);
    if (all.length === 0) console.log('There is no organization yet.');
    return true;
  },
};
