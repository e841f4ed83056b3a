export const InviteRoute = () => null;
