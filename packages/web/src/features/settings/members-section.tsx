import { Invitations } from './invitations.tsx';
import { MemberList } from './member-list.tsx';
import { useCan } from '../auth/auth.api.ts';

export const MembersSection = () => {
  const mayManage = useCan('members:manage');
  return (
    <>
      <MemberList mayManage={mayManage} />
      {mayManage && <Invitations />}
    </>
  );
};
