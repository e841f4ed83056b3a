import { Page } from '../ui/page.tsx';

export const ContactRoute = () => (
  <Page title="Contact" width="bleed">
    {null}
  </Page>
);
