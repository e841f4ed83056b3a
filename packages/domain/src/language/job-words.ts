// The nouns that close a job title ("office manager") and the departments that may follow one ("head of events").

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

export const JOB_NOUNS = words(`
  manager gm dev mgr asst director owner founder cofounder co-founder ceo cto cfo coo cmo cio cpo president vp evp svp chairman
  chairwoman chair partner principal head lead leader supervisor superintendent foreman administrator admin
  coordinator coordinater assistant secretary receptionist clerk officer executive exec specialist consultant advisor
  adviser analyst engineer developer programmer coder architect designer researcher scientist technician tech
  mechanic electrician plumber carpenter joiner roofer painter decorator welder builder contractor landscaper gardener
  cleaner janitor caretaker housekeeper driver courier trucker pilot nurse doctor physician surgeon dentist hygienist
  pharmacist therapist psychologist psychiatrist counselor counsellor physiotherapist physio chiropractor paramedic
  vet veterinarian midwife carer caregiver teacher professor lecturer tutor instructor coach trainer librarian
  lawyer attorney solicitor barrister paralegal notary judge accountant bookkeeper auditor controller comptroller
  treasurer banker broker agent realtor underwriter actuary trader planner buyer purchaser merchandiser salesman
  saleswoman salesperson rep representative associate marketer strategist copywriter writer author editor journalist
  reporter photographer videographer filmmaker producer artist illustrator animator musician singer dj composer
  actor actress dancer model stylist hairdresser barber beautician esthetician florist baker chef cook sous-chef
  bartender barista waiter waitress server sommelier butcher farmer rancher fisherman firefighter policeman cop
  detective guard pastor priest minister chaplain social-worker worker operator machinist
  dispatcher buyer recruiter interpreter translator curator surveyor inspector estimator appraiser concierge
  superintendent tailor seamstress jeweler jeweller potter blacksmith locksmith optician optometrist radiologist
  anesthesiologist cardiologist dermatologist pediatrician oncologist postdoc dean registrar bursar headteacher
  freelancer entrepreneur intern apprentice trainee cpa pa ea pm handyman nanny babysitter au-pair steward
  stewardess purser captain skipper organizer organiser host hostess groomer handler breeder sysadmin devops
  gerente director directora dueño dueña encargado encargada ingeniero ingeniera abogado abogada médico médica medico
  medica enfermero enfermera profesor profesora maestro maestra contador contadora arquitecto arquitecta diseñador
  diseñadora asistente secretaria secretario jefe jefa fundador fundadora electricista fontanero plomero carpintero
  cocinero cocinera fotógrafo fotógrafa responsable coordinador coordinadora
  directeur directrice gérant gérante patron patronne ingénieur ingénieure avocat avocate médecin infirmier infirmière
  professeur professeure comptable architecte assistante chef cheffe fondateur fondatrice responsable plombier
  électricien menuisier photographe développeur développeuse graphiste
  geschäftsführer geschäftsführerin leiter leiterin inhaber inhaberin ingenieur ingenieurin anwalt anwältin arzt
  ärztin krankenschwester lehrer lehrerin buchhalter buchhalterin architekt architektin assistent assistentin
  sekretärin hausmeister elektriker klempner tischler koch köchin fotograf fotografin entwickler entwicklerin
  projektleiter projektleiterin einkäufer einkäuferin gründer gründerin sachbearbeiter sachbearbeiterin
  gerente diretor diretora dono dona proprietário proprietária engenheiro engenheira advogado advogada médico médica
  enfermeiro enfermeira professor professora contador contadora arquiteto arquiteta assistente secretária fundador
  fundadora eletricista encanador cozinheiro cozinheira fotógrafo fotógrafa desenvolvedor desenvolvedora síndico`);

/** What may follow "head of", "director of", "VP". */
export const DEPARTMENTS = words(`
  sales marketing operations ops engineering events finance hr people product products design research facilities
  communications comms growth security it technology procurement purchasing logistics legal compliance
  development business data analytics partnerships customer success support content education nursing
  admissions programs programming maintenance housekeeping staff experience strategy innovation quality
  production manufacturing photography music training talent culture community media digital brand accounts
  ventas marketing operaciones finanzas compras rrhh recursos humanos vertrieb einkauf personal marketing
  ventes achats vendas compras`);

/** Words that may not stand inside a job title. */
export const NO_TITLE_WORDS = words(`
  not no never a an the my your his her our their this that to for with from at in on by and or but if so as is are
  was were be been am i you he she it we they looking trying calling going coming getting having making doing being
  waiting working moving thinking hoping wondering former ex retired aspiring future fellow good bad great huge big
  happy new regular loyal happy done ready about just still already also really very talking speaking using
  slow fast first time home cash early light heavy careful nervous safe considering interested here hiring seeking want need like love hate know asking searching former-`);
