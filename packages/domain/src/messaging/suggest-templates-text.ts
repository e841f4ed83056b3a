// The words of the templates. `{name}` is the contact's first name behind a comma, `{hello}` behind a space;
// both are nothing when it is unknown.
import type { Intent, Spoken } from './suggest-intents.ts';

type Occasions = Record<Intent | 'anything', readonly string[]>;

const en: Occasions = {
  complaint: [
    'I’m sorry about that{name}. Thank you for telling us. I’m looking into it now and will get back to you today.',
    'That’s not the experience we want you to have{name}, and I apologise. Could you tell me a little more about what happened, so that I can put it right?',
    'I’m sorry to hear that. I’ll check with the team and come back to you with a solution.',
  ],
  cancel: [
    'No problem{name}, thanks for letting me know. Which day and time would suit you instead?',
    'Thanks for telling me in time. I’ll change it and send you a confirmation.',
  ],
  schedule: [
    'Happy to arrange that{name}. Which day and time would suit you best?',
    'Let me check the calendar and I’ll send you a few times.',
    'Thanks{name}. Would mornings or afternoons work better for you?',
  ],
  price: [
    'Thanks for asking{name}. I’ll check the price for you and get right back to you.',
    'It depends a little on what you need. Could you tell me more, so that I can give you an exact price?',
  ],
  hours: [
    'Let me check our opening hours for that day and get right back to you{name}.',
    'When were you hoping to come by? I’ll make sure that somebody is here for you.',
  ],
  place: [
    'I’ll send you the address and directions in a moment{name}.',
    'Of course. Where are you coming from? Then I can tell you the best way to us.',
  ],
  status: [
    'Let me check on that for you{name}. I’ll get back to you shortly.',
    'Thanks for your patience{name}. I’ll find out where things stand and let you know today.',
  ],
  call: [
    'Sure{name}, when is a good time to call you?',
    'I’ll give you a call shortly. Is this the best number to reach you?',
  ],
  thanks: [
    'You’re welcome{name}!',
    'My pleasure{name}. Let me know if there’s anything else.',
    'Happy to help. Have a great day!',
  ],
  yes: [
    'Great{name}, thank you for confirming!',
    'Perfect. I’ll take care of it and let you know.',
  ],
  no: [
    'No problem{name}, thanks for letting me know.',
    'Understood. If anything changes, just write to me.',
  ],
  greeting: [
    'Hi{hello}! How can I help you?',
    'Hello{hello}, good to hear from you. What can I do for you?',
  ],
  goodbye: ['Thank you{name}, talk to you soon!', 'Have a great day{name}!'],
  question: [
    'Good question{name}. Let me check and get right back to you.',
    'Thanks for asking. Could you tell me a little more, so that I can give you the right answer?',
  ],
  anything: [
    'Thanks for your message{name}! I’ll get back to you shortly.',
    'Thanks for letting me know{name}.',
    'Could you tell me a little more about that?',
  ],
};

const es: Occasions = {
  complaint: [
    'Lo siento mucho{name}. Gracias por avisarnos. Lo estoy revisando ahora y te respondo hoy mismo.',
    'Lamento lo ocurrido. ¿Me puedes contar un poco más para poder solucionarlo?',
  ],
  cancel: [
    'No hay problema{name}, gracias por avisar. ¿Qué día y a qué hora te vendría mejor?',
    'Gracias por avisar con tiempo. Hago el cambio y te envío la confirmación.',
  ],
  schedule: [
    'Con mucho gusto{name}. ¿Qué día y a qué hora te viene mejor?',
    'Déjame revisar la agenda y te propongo algunas horas.',
    '¿Te viene mejor por la mañana o por la tarde?',
  ],
  price: [
    'Gracias por preguntar{name}. Consulto el precio y te respondo enseguida.',
    'Depende un poco de lo que necesites. ¿Me cuentas más para darte un precio exacto?',
  ],
  hours: [
    'Déjame confirmar nuestro horario de ese día y te respondo enseguida{name}.',
    '¿Cuándo pensabas venir? Me aseguro de que haya alguien para atenderte.',
  ],
  place: [
    'Ahora mismo te envío la dirección y cómo llegar{name}.',
    'Claro. ¿Desde dónde vienes? Así te digo la mejor manera de llegar.',
  ],
  status: [
    'Déjame revisarlo{name}. Te respondo en breve.',
    'Gracias por la paciencia{name}. Averiguo cómo va y te aviso hoy.',
  ],
  call: [
    'Claro{name}, ¿cuándo es buen momento para llamarte?',
    'Te llamo en un momento. ¿Es este el mejor número para localizarte?',
  ],
  thanks: [
    '¡De nada{name}!',
    'Un placer{name}. Cualquier cosa, aquí estoy.',
    '¡Con gusto! Que tengas un buen día.',
  ],
  yes: ['¡Perfecto{name}, gracias por confirmar!', 'Genial. Me encargo y te aviso.'],
  no: ['No hay problema{name}, gracias por avisar.', 'Entendido. Si algo cambia, escríbeme.'],
  greeting: [
    '¡Hola{hello}! ¿En qué te puedo ayudar?',
    'Hola{hello}, qué gusto saludarte. ¿Qué necesitas?',
  ],
  goodbye: ['¡Gracias{name}, hasta pronto!', '¡Que tengas un buen día{name}!'],
  question: [
    'Buena pregunta{name}. Déjame consultarlo y te respondo enseguida.',
    'Gracias por preguntar. ¿Me cuentas un poco más para darte la respuesta correcta?',
  ],
  anything: [
    '¡Gracias por tu mensaje{name}! Te respondo en breve.',
    'Gracias por avisarme{name}.',
    '¿Me puedes contar un poco más?',
  ],
};

const fr: Occasions = {
  complaint: [
    'Je suis désolé{name}. Merci de nous l’avoir signalé. Je m’en occupe tout de suite et je reviens vers vous aujourd’hui.',
    'Toutes mes excuses pour ce désagrément. Pouvez-vous m’en dire un peu plus, afin que je puisse y remédier ?',
  ],
  cancel: [
    'Pas de problème{name}, merci de m’avoir prévenu. Quel jour et quelle heure vous conviendraient ?',
    'Merci de prévenir à temps. Je fais le changement et je vous envoie une confirmation.',
  ],
  schedule: [
    'Avec plaisir{name}. Quel jour et quelle heure vous conviendraient le mieux ?',
    'Je regarde l’agenda et je vous propose quelques créneaux.',
    'Préférez-vous le matin ou l’après-midi ?',
  ],
  price: [
    'Merci pour votre question{name}. Je vérifie le tarif et je reviens vers vous très vite.',
    'Cela dépend un peu de vos besoins. Pouvez-vous m’en dire plus, pour que je vous donne un prix exact ?',
  ],
  hours: [
    'Je vérifie nos horaires pour ce jour-là et je vous réponds tout de suite{name}.',
    'Quand pensiez-vous passer ? Je m’assure que quelqu’un soit là pour vous.',
  ],
  place: [
    'Je vous envoie l’adresse et l’itinéraire dans un instant{name}.',
    'Bien sûr. D’où venez-vous ? Je vous indiquerai le meilleur chemin.',
  ],
  status: [
    'Je vérifie cela pour vous et je reviens vers vous rapidement{name}.',
    'Merci de votre patience{name}. Je me renseigne et je vous tiens au courant aujourd’hui.',
  ],
  call: [
    'Bien sûr{name}, à quel moment puis-je vous appeler ?',
    'Je vous appelle dans un instant. Est-ce le meilleur numéro pour vous joindre ?',
  ],
  thanks: [
    'Je vous en prie{name} !',
    'Avec plaisir{name}. N’hésitez pas si vous avez besoin d’autre chose.',
    'De rien, bonne journée !',
  ],
  yes: [
    'Parfait{name}, merci pour la confirmation !',
    'Très bien. Je m’en occupe et je vous tiens au courant.',
  ],
  no: [
    'Pas de problème{name}, merci de m’avoir prévenu.',
    'C’est noté. Si quelque chose change, écrivez-moi.',
  ],
  greeting: [
    'Bonjour{hello} ! Comment puis-je vous aider ?',
    'Bonjour{hello}, ravi de vous lire. Que puis-je faire pour vous ?',
  ],
  goodbye: ['Merci{name}, à bientôt !', 'Bonne journée{name} !'],
  question: [
    'Bonne question{name}. Je vérifie et je reviens vers vous tout de suite.',
    'Merci pour votre question. Pouvez-vous m’en dire un peu plus, pour que je vous réponde au mieux ?',
  ],
  anything: [
    'Merci pour votre message{name} ! Je reviens vers vous rapidement.',
    'Merci de m’en avoir informé{name}.',
    'Pouvez-vous m’en dire un peu plus ?',
  ],
};

const de: Occasions = {
  complaint: [
    'Das tut mir leid{name}. Danke, dass Sie uns Bescheid geben. Ich kümmere mich sofort darum und melde mich noch heute.',
    'Bitte entschuldigen Sie. Können Sie mir etwas mehr dazu sagen, damit ich es in Ordnung bringen kann?',
  ],
  cancel: [
    'Kein Problem{name}, danke für die Nachricht. Welcher Tag und welche Uhrzeit würden Ihnen passen?',
    'Danke, dass Sie rechtzeitig Bescheid geben. Ich ändere es und schicke Ihnen eine Bestätigung.',
  ],
  schedule: [
    'Sehr gerne{name}. Welcher Tag und welche Uhrzeit passen Ihnen am besten?',
    'Ich sehe im Kalender nach und schlage Ihnen ein paar Zeiten vor.',
    'Passt es Ihnen besser am Vormittag oder am Nachmittag?',
  ],
  price: [
    'Danke für Ihre Frage{name}. Ich sehe nach dem Preis und melde mich gleich.',
    'Das hängt etwas davon ab, was Sie brauchen. Können Sie mir mehr dazu sagen, damit ich Ihnen einen genauen Preis nennen kann?',
  ],
  hours: [
    'Ich sehe nach, wann wir an diesem Tag geöffnet haben, und melde mich gleich{name}.',
    'Wann möchten Sie vorbeikommen? Ich sorge dafür, dass jemand für Sie da ist.',
  ],
  place: [
    'Ich schicke Ihnen gleich die Adresse und den Weg{name}.',
    'Gerne. Von wo kommen Sie? Dann sage ich Ihnen den besten Weg.',
  ],
  status: [
    'Ich sehe gleich nach und melde mich in Kürze{name}.',
    'Danke für Ihre Geduld{name}. Ich frage nach, wie es steht, und melde mich noch heute.',
  ],
  call: [
    'Gerne{name}, wann darf ich Sie anrufen?',
    'Ich rufe Sie gleich an. Erreiche ich Sie am besten unter dieser Nummer?',
  ],
  thanks: [
    'Gern geschehen{name}!',
    'Sehr gerne{name}. Melden Sie sich jederzeit wieder.',
    'Keine Ursache, einen schönen Tag noch!',
  ],
  yes: [
    'Wunderbar{name}, danke für die Bestätigung!',
    'Sehr gut. Ich kümmere mich darum und melde mich.',
  ],
  no: [
    'Kein Problem{name}, danke für die Nachricht.',
    'Verstanden. Wenn sich etwas ändert, schreiben Sie mir einfach.',
  ],
  greeting: [
    'Hallo{hello}! Wie kann ich Ihnen helfen?',
    'Hallo{hello}, schön von Ihnen zu hören. Was kann ich für Sie tun?',
  ],
  goodbye: ['Danke{name}, bis bald!', 'Einen schönen Tag noch{name}!'],
  question: [
    'Gute Frage{name}. Ich sehe nach und melde mich gleich bei Ihnen.',
    'Danke für Ihre Frage. Können Sie mir etwas mehr dazu sagen, damit ich Ihnen richtig antworten kann?',
  ],
  anything: [
    'Danke für Ihre Nachricht{name}! Ich melde mich in Kürze.',
    'Danke, dass Sie mir Bescheid geben{name}.',
    'Können Sie mir etwas mehr dazu sagen?',
  ],
};

const pt: Occasions = {
  complaint: [
    'Sinto muito{name}. Obrigado por nos avisar. Já estou verificando e respondo ainda hoje.',
    'Peço desculpas pelo ocorrido. Pode me contar um pouco mais, para que eu possa resolver?',
  ],
  cancel: [
    'Sem problema{name}, obrigado por avisar. Que dia e horário ficariam melhor?',
    'Obrigado por avisar a tempo. Faço a mudança e envio a confirmação.',
  ],
  schedule: [
    'Com prazer{name}. Que dia e horário ficam melhor para você?',
    'Vou olhar a agenda e já proponho alguns horários.',
    'Fica melhor de manhã ou à tarde?',
  ],
  price: [
    'Obrigado por perguntar{name}. Vou verificar o preço e já respondo.',
    'Depende um pouco do que você precisa. Pode me contar mais, para eu passar um valor exato?',
  ],
  hours: [
    'Vou confirmar o nosso horário desse dia e já respondo{name}.',
    'Quando você pensa em vir? Garanto que alguém esteja aqui para atender.',
  ],
  place: [
    'Já envio o endereço e como chegar{name}.',
    'Claro. De onde você vem? Assim indico o melhor caminho.',
  ],
  status: [
    'Vou verificar isso e respondo em breve{name}.',
    'Obrigado pela paciência{name}. Vou ver como está e aviso ainda hoje.',
  ],
  call: [
    'Claro{name}, quando é um bom momento para ligar?',
    'Ligo em instantes. Este é o melhor número para falar com você?',
  ],
  thanks: [
    'De nada{name}!',
    'Foi um prazer{name}. Qualquer coisa, estou aqui.',
    'Imagina! Tenha um ótimo dia.',
  ],
  yes: ['Ótimo{name}, obrigado por confirmar!', 'Perfeito. Eu cuido disso e aviso.'],
  no: ['Sem problema{name}, obrigado por avisar.', 'Entendido. Se algo mudar, é só escrever.'],
  greeting: [
    'Olá{hello}! Como posso ajudar?',
    'Olá{hello}, que bom falar com você. Do que precisa?',
  ],
  goodbye: ['Obrigado{name}, até breve!', 'Tenha um ótimo dia{name}!'],
  question: [
    'Boa pergunta{name}. Vou verificar e já respondo.',
    'Obrigado por perguntar. Pode me contar um pouco mais, para eu responder direito?',
  ],
  anything: [
    'Obrigado pela mensagem{name}! Respondo em breve.',
    'Obrigado por me avisar{name}.',
    'Pode me contar um pouco mais?',
  ],
};

export const TEMPLATES: Record<Spoken, Occasions> = { en, es, fr, de, pt };
