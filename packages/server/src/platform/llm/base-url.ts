/**
 * Where an OpenAI-compatible server answers. People paste the address with or without `/v1`, with a slash
 * at the end, or with the path of one call; a path that names a version (`/v1`, `/v1beta/openai`) stays.
 */
export const apiBaseUrl = (given: string): string => {
  const url = new URL(given.trim());
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/(chat\/)?(completions|embeddings|models)$/, '');
  const names_version = path.split('/').some((part) => /^v\d/.test(part));
  return `${url.origin}${path}${names_version ? '' : '/v1'}`;
};
