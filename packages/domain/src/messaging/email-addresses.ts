// The organization's own e-mail addresses, and the token in the addresses that answers go to.

export const USERNAME_RULE = /^[a-z0-9.-]{3,64}$/;

/** What is wrong with a user name, to follow the field's name; null when it is fine. */
export const usernameProblem = (username: string): string | null => {
  if (username.length < 3 || username.length > 64) return 'must have 3 to 64 characters';
  if (!USERNAME_RULE.test(username))
    return 'may hold only lower-case letters, digits, dots and hyphens';
  // RFC 5321: a local part is atoms with single dots between them.
  if (/^\.|\.$|\.\./.test(username))
    return 'must not begin or end with a dot, or hold two in a row';
  return null;
};

/** A user name made of a name: "Müller & Söhne GmbH" becomes `muller-sohne-gmbh`. */
export const usernameFrom = (name: string): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return usernameProblem(plain) === null ? plain : `team-${plain}`.replace(/-$/, '');
};

/** Letters and digits that survive a program that writes addresses in one case. */
const TOKEN = /^[a-z0-9]{16,32}$/;

/** `support@example.com` with a token: `support+<token>@example.com`. */
export const withToken = (address: string, token: string): string =>
  address.replace('@', `+${token}@`);

export type Recipient = { username: string; domain: string; token: string | null };

/**
 * Takes an address of ours apart.
 * @returns null for what is no address; `token` is null when what stands after the plus is none of ours
 */
export const readRecipient = (address: string): Recipient | null => {
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const local = address.slice(0, at).toLowerCase().trim();
  const domain = address
    .slice(at + 1)
    .toLowerCase()
    .trim()
    .replace(/\.$/, '');
  const plus = local.indexOf('+');
  if (plus === -1) return { username: local, domain, token: null };
  const token = local.slice(plus + 1);
  return { username: local.slice(0, plus), domain, token: TOKEN.test(token) ? token : null };
};
