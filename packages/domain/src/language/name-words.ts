// Hand-kept word lists about names: what the generated lists miss, and words that look like names.

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

export const MORE_SURNAMES = words(`
  doe kim okafor obrien o'brien o'connor o'neill o'hara mcdonald macdonald berg bergman kowalski ito sato tanaka
  yamamoto suzuki park choi jung kang cho yoon lim tan goh teo ong chua koh chen wong cheung lau leung mehta reddy
  iyer nair menon chatterjee banerjee mukherjee bose das desai joshi kulkarni rao verma yadav chaudhary adeyemi
  adebayo okonkwo mensah owusu boateng nkosi dlamini haddad khoury najjar petrov ivanov sokolov kuznetsov
  silva santos oliveira souza pereira ferreira almeida costa ramirez torres flores rivera gomez diaz reyes cruz
  ortiz gutierrez chavez ramos ruiz alvarez mendoza vasquez castillo jimenez moreno romero herrera medina
  dubois durand lefebvre moreau mueller schmidt schneider weber becker hoffmann vega walsh`);

/** Given names that are also plain words, places or adjectives: they need more support than the bare word. */
export const WORD_NAMES = words(`
  mark will grace may hope rose faith joy june april august summer autumn dawn eve ivy lily daisy violet iris
  jasmine heather ginger olive sage basil pearl ruby amber jade crystal gem opal star sky skye rain river brook
  brooke forest stone rock cliff glen dale heath chase hunter mason carter cooper parker porter tanner taylor skip
  drew bill jack rob pat sue frank earnest rich dick buddy guy art gene jean dean earl duke king prince baron
  max miles ray sunny happy merry mercy charity patience prudence constance honor destiny serenity trinity
  harmony melody carol belle candy honey angel christian german chad jordan kenya china india asia paris austin
  dallas houston madison brooklyn georgia virginia carolina florence sydney chelsea savannah cheyenne dakota
  montana denver boston phoenix camden lincoln jackson wade ward grant lance pierce reed trace van vic wren robin
  jay kit misty stormy rusty dusty rocky penny holly peg mick case clay colt cash chance chip dash fox wolf
  bear gray brown blue red scarlet rowan cedar sterling major bliss blessing precious princess queen royalty
  genesis heaven nevada geneva sienna vienna milan roma rome santa santo diamond ace jet ranger archer baker
  page paige piper rip rod sandy sonny sterling tad tate ted terry tiny tony victor wade wally woody blaze
  bay ocean lake sincere noble justice liberty loyal true truth valid sunday friday saturday monday tuesday
  wednesday thursday january february march july september october november december bella dolly dear mama baby
  junior senior papa doll ken barbie rick rickey jesus christ allah buddha don can ali ami amie nice ana ion mia
  lane lee kai sol luna sunshine melon china chelsea ally bud harry clement constant jolly young noel easter
  valentine lamb cherry berry peaches apple kiwi sugar cookie kitty bunny birdie robin jay swan rover rex lucky
  buck mack pierce dusk storm thunder lightning legend maverick king titan atlas zen karma rebel cruz mars apollo
  venus athena sierra alpha omega delta echo nova cosmo orion comet rocket gunner ridge canyon canyon stetson`);

/** Word names that state what somebody is, so that "I'm ..." in front of them proves nothing. */
export const RISKY_NAMES = words(`
  christian german china india kenya asia paris london austin dallas houston denver boston georgia virginia
  carolina montana nevada chelsea brooklyn sydney phoenix happy sunny lucky rich earnest frank merry jolly young
  tiny dusty rusty stormy blue red brown gray junior senior king queen prince princess baby angel star guy buddy
 can chase ready valid true sincere loyal noble precious karma legend rebel doll dear honey sugar
  jesus christ allah buddha santa geneva vienna rome roma milan sunday friday saturday monday tuesday wednesday
  thursday january february march july september october november december june april august summer autumn
  easter noel valentine nice art case cash chance ami down roman georgian french spanish italian irish
  royal uber tesla ford`);

/** Words that never start or continue a name, in the languages whose cues the engine knows. */
export const NEVER_NAMES = words(`
  a an the and or but so if then than as at by for from in into of off on onto out over to under up with about
  i im i'm id i'd ill i'll ive i've me my mine myself you your yours u ur ya he him his she her hers it its it's
  we our ours us they them their this that these those there here where when what who whom whose which why how
  thats that's dob isn't isnt wasn't wasnt aren't ain't aint am is are was were be been being do does did done don't dont doing have has had having can't cant can could couldn't
  would should shall might must won't wont not no nope yes yeah yep yup ok okay sure hi hey hello hiya yo dear
  thanks thank thx ty tks please pls plz sorry just also already still very really quite too so such only even
  never always now today tomorrow tonight yesterday morning afternoon evening night later soon again before after
  monday tuesday wednesday thursday friday saturday sunday january february march july september october november
  december new old good bad great fine happy sad sick ill tired busy free ready late early able unable interested
  looking trying calling texting writing speaking going coming getting having making doing being thinking hoping
  wondering planning waiting working moving running driving asking sending reaching following checking confirming
  want wants wanted need needs needed like love hate know think guess wish see saw got get gets go goes went
  gone come came make made take took give gave call called text email mail phone cell number name names nickname
  address account customer client user guest unknown anonymous nobody none null test tester admin member
  someone somebody anyone anybody everyone everybody nothing something anything everything urgent important
  correct incorrect right wrong true false same different mr mrs ms miss mister sir madam maam ma'am dr doctor
  mom mum mommy mama dad daddy papa father mother brother sister husband wife son daughter uncle aunt auntie
  cousin grandma grandpa boyfriend girlfriend fiance fiancee partner roommate neighbor neighbour friend boss
  colleague coworker nephew niece parent parents kid kids baby babe bro bruh dude man guys guy girl boy lady
  hubby pal mate buddy team support everything because cause since until while let lets let's lol haha omg btw asap
  de del la el los las un una unos unas y o pero con sin por para que como muy mas si no yo tu mi su me te se lo
  le les aqui alli hoy ayer bien mal gracias hola buenas buenos dias tardes noches interesado interesada cliente mama papa mamá papá esposa esposo hija hijo
  nuevo nueva buscando llamando soltero soltera vegano vegana vegetariano vegetariana
  je tu il elle nous vous ils elles le les un une des du et ou mais avec sans pour par sur dans chez est suis sont
  pas tres plus moi toi lui ici bonjour salut merci oui non desole desolee interesse interessee malade content
  contente pret prete libre occupe occupee
  ich du er sie es wir ihr der die das den dem ein eine einen einem einer und oder aber mit ohne fur von vom zu zum
  zur bei im am aus auf nicht kein keine hier da ja nein danke bitte hallo guten tag morgen abend krank mude frei
  fertig neu interessiert beschaftigt unterwegs dabei heute gestern vegetarier veganer student studentin kunde
  kundin mieter arzt lehrer lehrerin
  eu voce ele ela nos eles elas o os as um uma uns umas e ou mas com sem por para que muito mais sim nao obrigado
  obrigada ola oi bom boa dia tarde noite aqui cliente interessado interessada
  hai hoon hun hu hoo ho hain tha thi ka ki ke ko se mein main mera meri mere naam nam aap tum kya kaise nahi haan
  ji bhai yaar bol raha rahi baat kar se
  aries taurus gemini cancer libra scorpio sagittarius capricorn aquarius pisces christmas hanukkah ramadan
  diwali thanksgiving halloween omw afk brb tbh idk imo fyi eta gonna gotta wanna tryna finna bout tho yall y'all
  batman superman spiderman aw aww awww woah whoa wow yay ooh ahh haha hehe hmm ugh omg yikes oops congrats congratulations cheers welcome
  vegan vegetarian pescatarian celiac diabetic pregnant allergic hungry hangry thirsty single married divorced
  retired disabled deaf blind gay straight lesbian bi bisexual trans transgender nonbinary straight queer
  muslim jewish catholic hindu buddhist sikh atheist protestant mormon jew
  american british english french spanish mexican italian irish scottish welsh dutch swedish danish norwegian
  finnish polish russian ukrainian turkish greek portuguese brazilian indian chinese japanese korean vietnamese
  thai filipino canadian australian african asian european latino latina hispanic black white
  google facebook amazon uber lyft instagram whatsapp apple iphone android tesla netflix spotify airbnb ups fedex
  usps dhl paypal venmo zelle craigslist zillow yelp tiktok linkedin ebay etsy walmart target costco starbucks
  mcdonalds usa uk us eu uae nyc la sf dc tx ny ca fl texas florida california europe africa america england
  france spain mexico germany canada
  friend's wife's husband's mom's dad's son's daughter's available confused worried excited grateful glad lost stuck
  outside inside home back away around downstairs upstairs currently actually basically simply definitely probably
  maybe perhaps almost kinda sorta super totally absolutely completely seriously honestly literally
  `);

/** Words of other languages among them that are also given names: a name after "my name is", or with a capital. */
export const FOREIGN_WORDS = words(`uma una ela elle ty thi nam sem thai`);

/** Words that close a business name: a "name" that holds one is no person. */
export const ORGANIZATION_WORDS = words(`
  hotel hotels inn motel hostel resort spa salon barbershop barber clinic hospital pharmacy dental dentistry
  orthodontics medical health healthcare wellness care pizza pizzeria restaurant ristorante cafe coffee bakery bar
  grill diner bistro kitchen catering brewery winery bank insurance mortgage realty realtors estate estates
  properties property homes apartments apartment plumbing roofing electric electrical hvac heating cooling
  landscaping landscapes cleaning cleaners construction builders contractors contracting painting flooring movers
  moving storage towing motors auto automotive cars garage tires school academy college university institute church
  temple ministries foundation charity studio studios gallery museum gym fitness yoga law legal attorneys
  solicitors accounting consulting consultants partners associates group holdings capital ventures media marketing
  agency design designs digital tech technologies technology software solutions systems labs industries
  manufacturing logistics transport transportation trucking freight travel tours airlines airways store shop
  market supermarket grocery foods farm farms boutique florist flowers jewelers furniture hardware supply supplies
  services service llp lp pty srl sl oy ab bv nv kg ug ohg sarl sas ltda eireli company corp corporation inc llc ltd limited gmbh ag sa srl plc co office offices center centre
  department dept headquarters bros brothers sons enterprises international global energy solar security
  brewing joinery carpentry scaffolding tiles glass windows kennels veterinary vets pediatrics paediatrics linen
  textiles printing publishing daycare nursery preschool optics opticians butchers deli taproom pub tavern lodge ranch
  orchard vineyard foundry forge ironworks welding rentals rental leasing couriers cargo shipping marine boats cycles
  bikes pictures films broadcasting networks telecom wireless analytics robotics biotech pharma pharmaceuticals
  chemicals plastics packaging steel metals mining petroleum utilities recycling sanitation exterminators locksmiths
  alarms surveyors architects engineers engineering staffing recruitment advisors advisers wealth finance financial
  lending collective coop association council firma empresa societe gestoria talleres panaderia padaria medien
  photography events entertainment productions records press news radio theater theatre cinema airport station
  street road avenue drive lane boulevard court plaza park tower county city`);

/** Particles inside a family name. */
export const PARTICLES = words(
  `de del della di da das do dos du des la las le los lo van von vom vander der den ter ten te zu zur zum bin ibn bint
  al el ul abu ben st san santa y e af av ap ab ferch verch ni nic mac mc o'`,
);

/** First halves of double given names, each with what may follow. */
export const DOUBLE_NAMES: Record<string, Set<string>> = {
  mary: words('ann anne jane beth lou kate jo ellen sue lynn pat grace rose kay margaret'),
  anna: words('maria lena marie lisa lea sophie sophia luisa'),
  ana: words('maria paula luisa sofia clara lucia carolina beatriz isabel julia laura'),
  maria: words(
    'jose fernanda elena isabel luisa clara eduarda teresa del angeles jesus camila antonia carmen',
  ),
  jose: words('luis maria antonio manuel carlos angel miguel ramon juan'),
  juan: words('carlos pablo jose manuel david antonio luis diego ignacio miguel francisco andres'),
  luis: words('miguel fernando alberto angel carlos enrique felipe eduardo'),
  carlos: words('alberto eduardo andres'),
  joao: words('pedro paulo vitor victor gabriel miguel lucas'),
  pedro: words('henrique pablo luis'),
  jean: words('pierre paul luc marc claude francois jacques baptiste michel louis philippe'),
  marie: words('claire france laure louise helene pierre christine therese'),
  anne: words('marie sophie laure claire'),
  billy: words('ray bob joe'),
  bobby: words('joe ray lee sue'),
  jim: words('bob'),
  john: words('paul'),
  sarah: words('jane'),
  betty: words('lou ann jo'),
  peggy: words('sue'),
  emma: words('kate jane'),
  rosa: words('maria'),
  karl: words('heinz'),
  hans: words('peter jurgen werner'),
};
