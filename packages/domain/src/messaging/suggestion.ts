// What is proposed as an answer.

export type SuggestionSource = 'canned_reply' | 'earlier_answer' | 'memory' | 'template' | 'model';

export type Suggestion = { body: string; confidence: number; source: SuggestionSource };
