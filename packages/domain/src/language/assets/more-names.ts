// Kept by hand: names that the generated lists miss.

/** Short forms and romanised given names, folded, separated by white space. */
export const MORE_GIVEN_NAMES = `
  aamir aarti abby abdi abdullahi abeer abhay abhijit abhinav abhishek abiba achieng adarsh
  ademir adi adilson aditi adjoa advait afsana aggie aishwarya aitor ajay akash akhil akiko akira
  akshay al aleida aleksandr aleksei alfie alyona amaia amal aman ambika aminah amit analu anant
  ananya anatoly andoni andressa andriy aniket anil anirudh anjali anjana ankit ankita ankur
  anupam anuradha anushka anwar aoife aparna archana areeba arnav arpit artem arti artie arvind
  ash ashish ashutosh ashwin asier asif asuka atieno atul avinash ayaka ayesha ayumi ayush
  azucena babita balaji barb bartek bartosz basia bea beau becca begona belen bento bernadette
  bertie bess beto bev bex bhakti bhavesh bhavna bhavya bhuvan bia bo bob bonny boram borja bree
  bri brianna britta bryony buffy bushra cal cami caro carys cat cath cayetana caz cecily ceri
  chabela chaewon chang charu chas chayo chela chell chelle chelo chema cheng cherie cherise
  chidera chidi chika chinwe chioma chiqui chirag chitra chrissy christel chukwuemeka chun chus
  chuy ciara cindi cj clarice claudete cleber cleiton cleusa clodagh coleen concha cressida cris
  cristiane cybil daehyun daichi daiki daisuke dalva danish danni daph darcey darragh darshana
  darya deb debs dee deepa deepak deepti deirdre denys dermot dev devansh dhanush dharmesh
  diarmuid didi dilip dilys dima dipak dipti divyansh dj djalma dmitry dmytro dom dongwook dottie
  doug dougie eamon eamonn ebele ebrahim ebuka ed edie edilson edmilson edson edu efua eilidh
  eilis eimear eithne ejike ekaterina ekene ekta elba eliene elisangela emer emiko eoghan eoin
  eriko esme estevao etta euan eunji eunju everton evgeny ezra fahad faisal farhan farid fariha
  farooq fatema fatimah fawad feli femi feng fer ferdy fergus fern fi fifi finola fran francie
  fritzi fumiko gabby gabe gabi gabo gabs gareth garima gaurav gauri gaz genaro gennady geoff
  georgie geraldo gerri gert gertie ghada gigi gill gilly gilson ginny giovana gislaine gosia
  govind grainne grazyna grigory guadalupe guang guo gurpreet gwyn gwyneth haeun hala hanan hanin
  harbhajan hardik haris harish harjit haroon harpreet harri harsha haruka haruki haruto hedwig
  heike hella hemant hemlata heng henk heriberto hideki higor himanshu hinata hiro hiroki hiromi
  hiroshi hitesh hitomi honoka hua huda hui husam hyejin hyeon hyun hyunwoo hywel iain ianto iara
  ibtisam ichiro ifeanyi ignacia ikechukwu ilya indu ingo inma inmaculada intisar iolo iqbal iqra
  isha ishaan ishita ishwar ivete iwona izabel izumi izzie izzy jac jacqui jaden jaehyun jaemin
  jalal jameela janeth janey jarek jatin javed jayant jayesh jaz jeb jefferson jem jemima jen
  jenaro jenn jess jia jian jiang jie jieun jihoon jilly jimbo jimin jin jing jinwoo jiro jisoo
  jiwoo jj jo joely johnno jojo jolene jonn jonno jools joon joss jp juancho juani juanjo juliano
  julissa jun junaid junho junko jurgen jussara kaitlyn kaito kajal kamau kana kaori kapil
  kareena karl-heinz karsten kashif kasia kat kathi katya kaua kaushik kavita kavya kayden kaz
  kazuki kazuko keerthi keiko kelechi kelsey kenji kenta ketan kev khadijah khawla khushi kiera
  kike kipchoge kiran kirill kirstie kirsty kishore kobina koji komal kota kristel kriti krupa
  kuba kumiko kunal kusum kyoko kyung lais lakshmi lalit lalo lanie lata leigh-anne les lesya
  leszek leti letty lex lexi li liang liesl lin lindy ling liv lokesh lorcan lu luann lubna
  lucero lucho lucimar lucrecia lucy-anne ludo lupita luz luzia lyndon lynsey lyuba lyudmila
  macarena maciej maciek maddy madhav madhu madi mads magaly magda mags maha mahima mahnoor
  maiara maicon maisie majid maki makoto malachy malini mamoru mamta manas mandeep manish manjeet
  manjit manju manny manola manolo mansi manu marcio marek maricela mariele mariko marilene
  marisela mariusz mariya marje masaki masato masha matteo mayumi maz mechas mechthild meera meg
  meghna megumi mei mel melchor memo mervyn mia mia-rose michiko midori miguelito mijin mikey
  mikhail miki milagros milind mimi min minal ming minho minji minjun minoru minseo mireia misaki
  misha mitch mithun mitsuko miyu mo moe mohit molly-mae momoka moni morag morwenna mubarak muna
  muneeb murali mwangi myfanwy mykola na nachiket nacho nadeem nadezhda nagesh naina namita
  namrata nan nanami nandini nandita nanette naoki naoko naresh nasreen nastya natalya natasja
  nate natsuki navneet nazia neelam neeraj neeta neha neide nelida nessa neusa ngozi niamh nic
  nicki nicky nicol nidhi nieves nik nikhil niki nikki nilesh nilson nilton nimisha nimra ning
  nirmal nirmala nisha nishant nita nitesh nithya nitin njeri nkechi nneka noeleen nomsa noora
  noreen noriko obi obinna odair ogechi okechukwu oksana oleksiy oluwatobi olya om omair omkar
  onyeka onyinye oonagh oriol orla osama osamu otavio otieno ottoline owain paca padraig palak
  palesa pallavi pankaj parag paresh pari parth parul pascual paulinho pavlo pawan payal paz
  pedrito peng pepa petya phillipa piedad pili piotrek pip piyush poli pooja poonam posy prabha
  pradeep pramod pranav pranjal prateek pratibha pratik praveen preeti prerna preyas prisha
  prithvi priyanka prudencio przemek punam puri pushpa qasim qi qiang qing quill quique rachana
  rachna raelynn raf rafa raghav raghu rahul raissa raj raja rajat rajeev rajesh rajni rakhi
  raman ramya ranbir rani rasha rashmi ratan ravindra razia reem reema reena regiane rehan rei
  rekha ren renan renu renuka reshma revathi reynaldo rhi rhian rhys richa rikki riku rishabh
  rishi ritika ritu riya rizwan rob roddy rogerio rohan rohit roisin romulo ronan rong rosangela
  rosaura roseanne rosemeire roshan roshni rosie rosilene roswitha roz ruchi rukhsana rupa rupali
  ruqayyah ryan-lee ryo ryota sabah sabeen sachiko sachin sadaf sadhana sadia sahar sahil saima
  saket saki sakura sal saleh saman samar samarth sandhya sangeeta sangwoo sanjana sanjay sanjeev
  sanju sanskriti santi saoirse sapna sarfraz sarika satoshi saurabh savita sawsan sayaka seema
  segun sejal senan seojun seoyeon sergii sergiy serhiy seun seungmin shabana shahid shahida
  shailesh shaista shalini shan sharad shashank shauna shaunna shayla shazia sheena shefali
  sheikh shelby shelly shereen shikha shinji shiori shirl shiva shivam shivani shivaun sho shobha
  shona shota shraddha shreya shreyas shruti shu shubham shweta sian sid siddharth silvi simran
  sinead sini siobhan sissy slawek sneha sobia socorro soham sola sonal sonali soo sooyoung
  sophia-rose sora sourav soyeon sravani srinidhi srinivas sriram staci stacie steffi steph
  stephie stewie stu sudha sudhir sue-ellen sueli suely suhail sujin sukhdeep sukhwinder sulaiman
  sultana sumaya sumit sungmin sunil sunita supriya surbhi surendra suresh susi sveta swati sybil
  tad tadeusz tadhg taehyung tahira takashi takeshi takumi tallulah tamika tamires tamsin tanmay
  tanuja tanvi tariq tasneem tatiane tatsuya tayyab tegan telma temperance teo tere tetsuya thabo
  thaisa thalita thandeka thandiwe thayna tiff tilly tim tita tj tobi tolu tom tomek tomiwa
  tomoko tomomi tonja tono tori toshi tosin tracie trina trini trish trixie trudi trudy tshepo
  tunde ty ubaid uche uchenna uday ueslei ugochi uli ulli ulrike umesh ummar upasana urooj ursel
  urszula usama ute utkarsh uwe uzoma vaibhav vaishali val valda valdir valeriy vandana vanya
  varsha varun vasant vasily vasyl veena venkat venkatesh verity vi vibha vijay vijaya vika vikas
  vikki vikram vikrant vince vineet vinicius vinita vinod vipin vipul viraj vishakha vishal
  vitaliy vitaly viv vivek volker volodymyr vova vy wafa wagner waleed waltraud wambui wanjiru
  waqas warda wei wilf winnie witold wojciech wojtek wolfi xander xi xia xiang xiao xiaoxue xin
  xing xiomara xiu xue yahir yamila yamini yan yanet yang yara yaroslav yash yashwant yeji yejin
  yelena yen yesica yevgeny yi yifan ying yoko yoli yong yoona youko youngmin yu yuan yue yuji
  yuka yukari yuki yukiko yulya yumiko yun yuriy yusra yusuke yuto yuvraj zac zahid zara zaynab
  zbigniew zdzislaw zed zeeshan zeina zeke zelia zhanna zhen zhi zihan zilda zodwa zoey zoraida
  zosia zoya zubair zulema zulma zuri`;

/** Family names of the English-speaking world that the generated list misses, folded. */
export const MORE_SURNAME_LIST = `
  adair adkins aldridge alford allred alston ames applegate archer ashby ashworth atherton atkins
  atkinson attwood austen avery babbage bagley bainbridge bancroft banerji banks barber barclay
  barker barlow barnett barrow bartlett bassett bates baxter beasley beaumont beckett beckham
  beckwith bellamy bennington benson bentham beresford bickford bingham birch bird bishop
  blackburn blackwell blackwood blair bledsoe bloom bolton booker boone booth bourne bowden
  bowers bowman boyce bradbury bradshaw bramley branch brewer briggs brigham bright bristow
  broadbent brock bromley brookes broughton browning bryce buckley bullock burgess burke burns
  burrows burton butcher butler byrne caldwell callahan calloway cantrell carlisle carmichael
  carney carpenter carr carver cassidy chadwick chambers chandler channing chapman charlton chase
  chaudhry childs clancy clapton clarkson clay clayton clements cleveland clifford clifton coates
  cobb cochran colbert coleman compton conley connor conway cooke cooley copeland corbett
  costello cotton coulter courtney covington cowan crabtree craft cramer crane craven crawford
  crawley croft cromwell crosby cross crowley cruise cullen cunningham curran curry curtis
  cushing dalton daly darby darling davenport davidson dawkins dawson deacon dempsey denham
  denton devine devlin dillard dobbs dobson dodd dolan donahue donaldson donovan dorsey dougherty
  downey downing drake draper drayton driscoll drummond duffy dugan duggan dunbar duncan dunlap
  dunmore dunn durham dutton dwyer easton eaton eckhart eddington edison edmonds egan elder
  eldridge ellery elliot ellison elmore emerson england ennis epstein erickson eubanks everett
  ewing fairbanks fairchild falconer farley farmer farnsworth faulkner fenton ferguson fielding
  finch finley finnegan fitch fitzgerald fitzpatrick flanagan fleming fletcher flynn foley forbes
  ford forrester forsyth foster fowler frazier freeman frost fulton gaines gallagher galloway
  gamble garner garrison gates gatsby geary gentry gibbons gilbert gilchrist gillespie gilmore
  goddard godwin goldberg goldman goldstein goodman gorman gould grainger granger grantham graves
  greenberg greene greenwood greer gregory grier griffith guthrie hadley hale halstead hamlin
  hammond hampton hancock hanson harding hargrove harlow harmon harrington hart hartley hastings
  hatcher hatfield hawkins hawthorne hayden haynes heath hebert henson herring hewitt hickman
  hicks higgins hilton hinton hobbs hodge hodges hogan holbrook holcomb holden holland hollis
  holloway holman holt hood hooper hopkins hopper horton houghton hubbard huff huffman hull hume
  humphrey hurley hurst hutchinson hutton hyde ingram irving irwin jarvis jefferson jennings
  jordan joyce judd katz kaufman keane kearney keating kendall kendrick kenney kent kerr kidd
  kinney kirby kirkland kirkpatrick knapp knowles knox lancaster langley latham lawson leach
  leary leblanc lester levine lindsay lindsey livingston locke lockhart lockwood logan long
  lovell lowery lowry lyle lynn lyons maddox maguire mahoney mallory malone manning mansfield
  marlowe marsden marsh marshall massey mathews mathis mattox maxwell mayfield maynard mcallister
  mcbride mccabe mccain mccall mccann mccarthy mcclain mcconnell mccormick mccoy mcdaniel
  mcdowell mcfadden mcfarland mcgee mcgill mcgovern mcgowan mcgrath mcgraw mcgregor mcguire
  mcintosh mcintyre mckay mckee mckenna mckinley mckinney mcknight mcleod mcmahon mcnamara mcneil
  mcpherson mcqueen mead meade mercer merrick merrill merritt metcalf meyers michaels middleton
  milner mitchel monaghan monroe montague montgomery mooney moran morrow morse mosley mott
  mulcahy mulligan mullins munro murdock nash neal nelson newell newman nichols nicholson nixon
  norman norton oakley oconnell oconnor odonnell ogden ohara oleary oliver oneal oneill orourke
  orr osborn osborne osullivan owens packard page paige palmer parrish parsons patterson patton
  paxton payne pearce pearson peck pemberton pennington perkins pettit phelps phipps pickett
  pierce pike pittman platt pollard poole porter potts powers prescott preston pritchard proctor
  pruitt pryor purcell quinlan radcliffe ramsey randall randolph rankin raymond reardon redmond
  reece reeves regan rich richmond riddle ridley riggs riley rivers roach robbins roberson robson
  rockwell rodgers rollins rooney rosen rosenberg rowland rowley royce rubin rush ryder sampson
  sanborn sanderson sargent saunders savage sawyer saxon scully sears sellers sewell sexton
  seymour shaffer sharpe shaw shea sheehan sheffield shelton shepard shepherd sheppard sheridan
  sherman sherwood short siddiqui siegel simmons simms simpson singleton skinner slater sloan
  small snider snow snyder somers sparks spears spence stafford starr steele stephens stephenson
  sterling stevens stevenson stout stratton strickland stroud stuart sullivan summers sumner
  sutherland sutton swann swanson sweeney sykes talbot tate teague temple tennant terrell
  thatcher thayer thornbury thorne thornton thorpe thurman tierney tobin todd townsend tracy
  travers tucker turnbull tuttle tyson underhill underwood valentine vance vandyke vaughan vaughn
  vickers vinson wadsworth wainwright walden waldron wallace waller walters warner warren
  washburn watkins watts weaver webb webster weeks weiner wells welsh wentworth westbrook weston
  wharton wheatley wheeler whitaker whitcomb whitcombe whitehead whitfield whiting whitley
  whitman whitney whittaker wiggins wilder wiley wilkerson wilkes wilkins willard willis
  winchester winfield winslow winston winters winthrop wiseman witt wolfe woodard woodruff
  woodward wooten worth worthington wray wyatt wynn yates yeager yoder york yorke younger`;
