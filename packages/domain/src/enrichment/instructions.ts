// Messages that speak to the engine instead of to us.

/**
 * Phrases with which people try to steer a model; none of them is how somebody tells their own name or
 * address. English, Spanish, French, German, Portuguese.
 */
const STEERING: RegExp[] = [
  /\b(ignore|disregard|forget|override)\b.{0,40}\b(instruction|prompt|rule|previous|above|system)/i,
  /\b(system|developer)\s*(prompt|message|instruction)/i,
  /\byou are (now )?(an? )?(ai|assistant|language model|llm|chatbot)\b/i,
  /\b(set|change|update|fill|overwrite|write)\b.{0,30}\b(field|first_name|last_name|job_title|pipeline_stage|ai_summary|json)\b/i,
  /\b(set|change|update|overwrite)\b.{0,20}\b(of|for) (this|the|every|all) (contact|customer|caller|user)s?\b.{0,20}\bto\b/i,
  /\b(output|respond|reply|answer|return)\b.{0,30}\b(json|only with|exactly|the following)\b/i,
  /\b(ignora|olvida|ignorez|oublie|ignoriere|vergiss|ignore|esqueça)\b.{0,40}\b(instrucciones|instructions|anweisungen|instruções|reglas|règles|regeln|regras)/i,
  /<\/?(system|instructions?|assistant|transcript)>/i,
  /"(first_name|last_name|email|company|pipeline_stage)"\s*:/i,
];

/** Whether a text tells the engine what to write, rather than us something about the person. */
export const steersEngine = (text: string): boolean =>
  STEERING.some((pattern) => pattern.test(text));
