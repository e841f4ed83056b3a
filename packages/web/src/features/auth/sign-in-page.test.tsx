import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { keys } from '../../lib/keys.ts';
import { type Call, renderPart, serve } from '../../ui/testing.tsx';
import { SignInPage } from './sign-in-page.tsx';

const isSent = ({ method }: Call) => method === 'POST';

const show = () => {
  const router = createRouter({
    routeTree: createRootRoute(),
    history: createMemoryHistory({ initialEntries: ['/sign-in'] }),
  });
  return renderPart(
    <RouterContextProvider router={router as never}>
      <SignInPage next={undefined} />
    </RouterContextProvider>,
    [[keys.setup, { sign_up: 'invitation' }]],
  );
};

test('a wrong password is one sentence, and what was typed stays', async () => {
  const calls = serve(() =>
    Response.json({ code: 'INVALID_EMAIL_OR_PASSWORD', message: 'x' }, { status: 401 }),
  );
  const screen = await show();
  await screen.getByRole('textbox', { name: 'E-mail address' }).fill('ada@example.com');
  await screen.getByLabelText('Password', { exact: true }).fill('not the one');
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('The e-mail address or the password is not right.');
  await expect
    .element(screen.getByLabelText('Password', { exact: true }))
    .toHaveValue('not the one');
  expect(calls.filter(isSent)).toMatchObject([
    { body: { email: 'ada@example.com', password: 'not the one' } },
  ]);
});

test('nothing is sent without an e-mail address', async () => {
  const calls = serve(() => Response.json({}));
  const screen = await show();
  await screen.getByLabelText('Password', { exact: true }).fill('a password');
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(screen.getByRole('textbox', { name: 'E-mail address' })).toHaveFocus();
  expect(calls.filter(isSent)).toEqual([]);
});

test('the password can be looked at', async () => {
  const screen = await show();
  await screen.getByRole('button', { name: 'Show password' }).click();
  await expect
    .element(screen.getByLabelText('Password', { exact: true }))
    .toHaveAttribute('type', 'text');
});
