// Kept by hand: short forms and romanised given names that the generated list misses.

/** Given names, folded, separated by white space. */
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
