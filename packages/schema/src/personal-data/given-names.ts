/**
 * Given names that people of the Benelux, its neighbours, and the countries whose people live and work there bear often, folded: our
 * own list, drawn up by hand. Left out is what is a word, a month, a town or a thing more often (Rose, April, Florence, Crystal).
 */
export const givenNames: ReadonlySet<string> = new Set(
  `aaron abdel abdelaziz abdelhafid abdelhak abdelhamid abdelilah abdelkader abdellah abdelmajid abderrahim abderrahman abderrahmane abdessamad
    abdou abdoul abdoulaye abdul abdullah abe abel abena aboubacar abraham achille achmed achraf adam adama adele adelheid adil adnan adolf
    adolphe adriaan adrian adriana adriano adrien agata agim agnes agnieszka agron agustin ahmad ahmed ahmet aicha aida aiden aisha aissatou
    alain alan alassane alban albane albert alberto albrecht aldo alejandra alejandro aleksandar aleksander aleksandra alessandra alessandro
    alessio alex alexander alexandra alexandre alexandru alexia alexis alfons alfonso alfred alfredo ali alice alicia alina aline aliou alison
    allan alma alois alper alphonse alphonsine alwin amadou amal amanda amandin amandine ambroise amelia amelie amin amina aminata amine amir
    amira amit amy ana anais anas anastasia anatole anca andre andrea andreas andree andreea andrei andrej andres andrew andrii andrzej andy
    angela angelika angelina angelique angelo anik anika anil anita anja anke ann anna annabel annalena anne annegret anneke anneleen annelies
    anneliese anneloes annelore annemarie annemie annette annick annie annika anouar anouk ansgar anthony antje antoine anton antonella antoni
    antonia antonio antonius antoon antti anwar aoife arben arda ardit arian arie arjan arjen arkadiusz armand armando armend armin arnaud arne
    arno arnold arnoud aron arsene arta artan artem arthur artur arturo arved arvid ashraf asma asmae assane astrid astrit athina attila audrey
    augusta augustin augustine aurelie aurelien aurore axel axelle ayden ayman aymane aymen ayoub ayse aziz azzedine babette badr badreddine bakary balazs baran
    barbel baris barry bart bartosz bashkim basil basile bastiaan bastian bastien batuhan baudouin beata beate beatrice beatrix beatriz ben
    benedicte benedikt benito benjamin bennet benno benny benoit berend berkay bernadette bernard bernardo bernd bernhard bert berta bertrand
    besnik beth bettina bianca bilal bintou birgit birgitta bjarne bjorn blandine bledar blerim bob bogdan bohdan bojan boris boubacar bouchra
    boudewijn boutaina bozena bradley brahim bram brandon brecht brenda brent brian bridget brigitte britt bruce brunhilde bruno bryan bujar
    bulent burak burcu callum camelia cameron camiel camille carina carine carl carla carlene carlo carlos carmen carol carola carole carolien
    carolina caroline carolus carsten cas caspar cassandre catalin catalina catharina catherine cathy catriona cecile cecilia cedric cees
    celeste celestin celia celine cem cemal cengiz cesar chaima chantal charlene charles charlie charlotte cheikh cheryl chidi chloe chris
    christa christel christelle christiaan christian christiane christina christine christof christoph christophe christopher chukwu cindy
    ciprian claas claire clara claude claudia claudine claudio claudiu claus clemens clement clementine clive coen colette colin connor conny
    constantin cor coralie corentin corinna corinne cornelia cornelis corneliu corrie cosmin costel costin coumba craig cristian cristiano
    cristina curt cyril cyrille daan dagmar damian damien dan daniel daniela daniele danielle daniil danilo danny dante danuta dany daphne
    dardan dario darius dariusz darrell darren dave davey david davide davy dawid dean debby deborah deepak deirdre delphine denis denise deniz
    dennis denys derek derya detlef devin dewi dex diana dick didier diederik diego dieter dietmar dietrich dilara dilek dimitri dimitrios dina
    dini dino dion dirk djamel djibril dmitri dmytro doina dominic dominick dominik dominique donald donna dora dorian dorien doris dorit
    dorothea dorothee douglas dragan dragos dries driss drissa dritan duncan dusan dustin duvan dylan dylano eamonn ebru ed eddie eddy edeltraud
    edgar edgard edison edith edmir edmond edmund eduard eduardo edward edwige edwin eef egbert egon eileen ekaterina ekrem elaine elena eleni
    eleonora eleonore elfi elfriede elhoussaine elia eliane elias elif eline elisa elisabeta elisabeth elisabetta elise eliza elizabeth elke
    ella ellen ellinor elodie eloise els elsa elvira elvis emanuel emeka emeline emiel emil emile emilia emilie emilio emily emine emir emirhan
    emma emmanuel emmanuelle emmy emre ender endrit enguerrand enrico enrique enver enzo ercan erdal eren eric erica erich erik erika erion
    ermal erna ernest ernestine ernesto ernst ersin ertugrul erwan erwin esma esmee esteban estelle esther ethan etienne eudes eugene eugenie
    eva evamaria evelien eveline evelyn evelyne evert evi evie evy ewa ewald ewout fabian fabien fabienne fabio fabrice fadila fadime fadoua
    fahd faisal fanny farah farid farida fatih fatiha fatima fatma fatmir fatos fatou fatoumata faustine faycal febe fedde federica federico
    felicia felicien feline felipe felix femke fenna ferdinand ferenc fergus fernand fernande fernando ferre fien fiete filip filippo finn fiona
    fisnik flamur flavien fleur fleurtje floor flor florent florentin floriaan florian florim florin floris floyd fouad frances francesca
    francesco francine francis francisca francisco franciscus franck franco francois francoise frank frans franz franziska frauke fred freddy
    frederic frederick frederik frederique fredy freek freya frida frieda friederike friedrich frits fritz furkan gabi gabor gabriel gabriela
    gabriele gabriella gabrielle gaelle gaetan gareth gary gaston gauthier gautier gavin gazmend geert geertje geertrui gemma genevieve gentian
    geoffrey geoffroy georg george georges georgeta georgina georgios gerald geraldine gerard gerardo gerben gerd gerda gergely gerhard gerlind
    gerlinde gero gerrie gerrit gert gerti gertrud gertrude gezim gheorghe gheorghita ghislain ghislaine ghizlane gian gianluca gianni giel gijs
    gilbert gilberte gilles gillian gino giovanna giovanni gisela gitte giulia giuseppe gjergj glenn gokhan gontran gonzalo goran gordon
    graeme graham graziella grazyna greet greg gregoire gregor gregorio gregory greta gretel griet grietje grzegorz gudrun guido guilhem
    guilherme guillaume guillermo gulsen gundula gunnar gunter gunther gustaf gustav gustave gustavo guus guust guy gwen gwendoline gwyneth
    habib hacer haci hafid hafida hagen hailey hakan hakim halil halima halina hamid hamish hamza hana hanan hanna hannah hanne hanneke
    hannelore hannes hans harald harm harold harrie harry hartmut hasan hassan hatice hauke hawa hedwig heidemarie heidi heidrun heike heiko
    hein heiner heinrich heinz helen helena helene helga hella helma helmut hendrik hendrika henk hennie henning henny henri henriette henrik
    henrike henry henryk herbert heribert herma herman hermann hermine hernan hernando herta hicham hidde hilal hilary hilda hilde hildegard
    hiltrud hippolyte holger horacio horst houda houssam howard hubert hugo hugues huib hulya humphrey huseyin huub hyacinthe iain ian
    ibrahim ibrahima ida idriss ifeoma ignace ignacio igor ihor ikram ilaria ileana ilham ilhame ilias ilir ilirjan ilja ilka ilkay ilker ilona
    ilse ilyas iman imane imke imran inaya ines inge ingeborg ingeburg ingmar ingo ingolf ingrid inka ioana ionel ionut irena irene ireneusz
    irina iris irma irmgard irmtraud iryna isa isaac isabel isabella isabelle isaure ismael ismail ismet isolde issa istvan iulian ivan ivana
    ivar ivo ivonne iwan iza izabela jaap jace jacek jack jackie jacky jaco jacob jacoba jacobus jacqueline jacques jacqui jade jadwiga jaime
    jairo jakob jakub jamal james jamila jan jana jane janek janet janice janina janine janis janne janneke jannes jannie jannik jannis janny
    janusz jarne jarno jaroslaw jasin jasmijn jasmin jasmina jasmine jasper jaume javier jawad jayden jean jeanette jeanine jeanne jeannet
    jeannette jeannine jef jeff jeffrey jelena jelle jen jenna jennifer jenny jens jeremias jeremy jeroen jerome jerzy jesper jesse jessica
    jessy jesus jetske jetty jhon jill jim jimena jimmy jip jo joachim joan joana joanna joanne joannes joao joaquin jocelyn jocelyne jochem
    jochen joe joel joelle joep joeri johan johanna johannes john johnny jolanda jolanta jolien jolina jonas jonathan jonny joop joost jordi
    jordy jorg jorge jorgen joris jorn jorrit jos jose josee josef josefa josefina josefine josep joseph josephine josette joshua josiane joyce
    jozef jozefien jozsef juan judith judy juergen jule jules julia julian juliana juliane julie julien juliette julio julius jurek jurgen
    jurgis jurre jurriaan justin justine justyna jutta juul kaan kaat kader kadiatou kadir kamal kamil kamila kaoutar karel karen karim karima
    karin karina karine karl karla karolien karolin karolina karoline karsten kasper kastriot katarina katarine katarzyna kate katelijne
    kateryna katharina katherine kathleen kathrin kathy katia katja katleen kato katrien katrin katy kay kazimierz keano kees keith kelly kelvin
    kemal ken kenneth kenny kerry kerstin kevin khadija khaled khalid kian kieran kilian kim kimberly kinga kirsten kirstin kirsty kjell klaas
    klara klaus klodian knut kobe koen koenraad kofi konrad konstantin korbinian kordula kris kristel kristen kristian kristien kristin kristina
    kristof krystian krystyna krzysztof kubra kujtim kunigunde kurt kwabena kwame laetitia lahcen laila lambert lamia lamine lana lander lara
    larissa lars lasse laszlo latifa laura laure laurence laurens laurent laurentiu laurenz lauriane laurie laurien laurine lavinia layla lea
    leander leanne ledion leen leendert leif leila lena lennard lennart lennert lenny leo leon leonard leonardo leonie leonora leontine leopold
    lesley leslie leszek leticia letizia levent levi lewis lia liam liane lidia lieke lien liesbet liesbeth liesel lieselot lieve lieven lieze
    lili lilian liliana liliane lily lina linda lindsay lio lioba liridon lisa lisbeth lise liselot liselotte lisette liv liviu lize loan lode
    lodewijk loes loic lore lorena lorenz lorenzo lorna lorraine lotfi lothar lotje lotte lou loubna louis louisa louise louiza lowie luan luc
    luca lucas lucette lucia lucian luciana luciano lucie lucien lucienne lucy lucyna ludger ludo ludovic ludwig ludwik luigi luis luisa luise
    luiza luka lukas lukasz luke lulzim lut luuk lydia lydie lynn maaike maarten maartje maciej madeleine madelief mael maelle maeva magali
    magda magdalena magdalene maggy mahmoud mahmut maike maikel maja majid maksym malcolm malgorzata malik malika malte mamadou mandy manfred
    manon manuel manuela marc marceau marcel marcela marcelle marcellin marcelline marcello marcin marco marcos marcus mareike marek maren
    margaret margareta margarete margarita margaux margherita margit margot margreet margriet margrit marguerite maria mariam mariama marian
    mariana marianne marie marieke mariella marielle mariette marijke marijn marika marina marinette marino mario marion marise marit marius
    mariusz marja marjan marjolein marjorie mark markus marleen marlene marlies marlis marloes marlon marnix marta martha marthe martijn martin
    martina martine marvin mary maryam maryline maryse maryvonne mateo mateusz mathias mathieu mathijs mathilda mathilde mathis mats matteo
    matthew matthias matthieu matthijs maud maureen maurice mauricio maurits mauro maurus maxence maxim maxime maximilian maxine maya mbarek
    mechthild mechtild mees mehdi mehmet mehtap meike melanie melchior melike melina melissa melvin menno mercan mereille merel mergim meriam
    meriem merijn merle meryem mesut metin mevlut mia michael michaela michal michalina michel michele micheline michelle michiel mieczyslaw
    mieke miel miet miguel mihaela mihai mihail mikael mikail mike mikhail mila milagros milan milena milica milla milos mimoun mina minh
    mira mirco mireille miriam mirjam mirjana mirko miro miroslav mirthe mitchell moctar modeste modou mohamad mohamed mohammad mohammed mohan
    mohsine moira mona moniek monika monique morgane moritz morris morten mostafa mouna mounia mounir mourad moussa muhammad muhammed murat
    muriel murielle mustafa mustapha mykola myriam nabil nacer nadege nadia nadine nadja nadya naima najat najib najoua nand naomi naoual
    natacha natalia natalie nataliia natascha natasja nathalie nathan nathaniel nawal nawfal neele neil nele nelly nelson nezha ngozi nguyen
    nicholas nick nicky nico nicola nicolae nicolas nicole niek niels nienke nigel nihat nikita nikki nikola nikolai nikolaos nikolaus nils nina
    nino noa noah noel noemi noemie nolwenn noor noortje nora norah norbert nordin nordine nore norma norman noud nour noura noureddine nuray
    nuria octave octavian odette odile okan oksana oktay olaf ole oleg oleksandr oleksii olena olga oliver olivia olivier omar omer onur oona
    oonagh ophelie orhan osama oscar oskar osman othman otmane ottilie ottmar otto ouafae ouassim oumar oumou ousmane ovidiu owen ozan ozgur
    ozlem pablo padraig pamela paola paolo pascal pascale pascalle patrice patricia patrick patrizia patryk patsy paul paula paulette paulien
    paulin paulina pauline paulo paulus pavel pawel pedro peer peggy penelope pepijn perrine peter petr petra petrica petrit petronella petru
    petrus phil philip philipp philippe phyllis pia pien pierre pierrick piet pieter pieternel pietro pim piotr pippa preben priscilla priya
    przemek przemyslaw quentin quincy quinten quirin rabia rachel rachid rachida radoslaw radu raf rafael rafal raffaele raik rainer rajesh ralf
    ralph ramatoulaye ramazan rami ramiro ramon ramona ramses ramzi raoul raphael raphaelle raquel rashid rasmus raul ravi rayan raymond
    raymonde razvan rebecca rebekka recep redouane regina reginald regine regis reinhard reinhild reinhilde reinhold reinier reinout rejane relu
    remco remi remko remy renaat renata renate renaud rene renee rens renske rhona rhys ria ricarda ricardo riccardo richard rick ricky rida
    riet rik rikkert rinor rita roan rob robbe robbert robby robert roberta roberto robin robrecht rocco roderich rodica rodolphe rodrigo
    rodrigue roel roeland roelof roger rogier roisin roland rolande rolf romain roman romana romane romaric romeo romina romuald romy ronald
    ronan ronja ronnie ronny roos rory rosa rosalie rosel rosemarie rosita roswitha rowena roxana roxane roy ruben rudi rudiger rudolf rudolph
    rudy ruediger rui rune rupert ruslan russell ruth ryan ryszard saad saadia saar sabah saban sabina sabine sabri sabrina sabrine sadik said
    saida salah saliha salim saliou sally salma salvatore sam samantha sami samir samira samuel samy sander sandor sandra sandrine sandro sandy
    sanjay sanne sara sarah sascha sasha saskia seamus sean sebastiaan sebastian sebastien sedat segolene selcuk selim selma sem senn senne
    seppe serge sergei sergi sergio serhii serkan servaas severin severine sevgi sevim seydou shana shane shannon sharon sheena sheila shirley
    shkelzen shpetim sibel sibylle siebe siegfried sieglinde siem sien sigrid sigrun siham sihame silke silvana silvia silvie silvio silviu
    simeon simon simona simone sina sinan sinead siobhan siri sirko slawomir slimane slobodan smail soenke soetkin sofia sofian sofiane sofie
    sokol solange songul sonia sonja sonke sophia sophie soraya soren sorin souad soufiane souleymane soumaya stacey stan stanislaw stef stefaan
    stefan stefani stefania stefanie stefano steffen stelian stella stephan stephane stephanie stephen steve steven stewart stien stijn stine
    stoyan stuart sue suleyman sunita suresh susan susana susann susanna susanne suzanna suzanne suze svea sven svenja svetlana svitlana swantje
    sybille sylvain sylvaine sylvester sylvette sylvia sylviane sylvie sylwia szymon tadeusz tahar tamara tancrede tanguy tania tanja taras
    tarik tariq tatiana tatjana taulant tayfun tayler ted teresa tess tessa teun thea thekla theo theodoor theodor theodora theophile theresa
    therese theresia thibault thibaut thibo thierry thijmen thijs thilo thomas thorsten tiago tibbe tiberiu tibo ties tiffany tijn tilde till
    tilman tilo tim timo timon timothy timur tina tine tineke tirza titouan tjark tjorven tobias toby tom tomas tomasz tommy toni tonny tony
    toos torben torge torsten touria tracey traian traudl trevor tristan trude trudy truus tuan tugba tulay tuncay turgut tuur twan tyler tyron
    udo ufuk ugur ulf uli ulla ulrich ulrike umit umut undine ursula urszula uschi ute utz uwe vadim valdet valentijn valentin valentina
    valentine valerie valeriu valery valon vanessa vasile veerle vehbi veit vera verena veronika veronique vianney vic vicente vicky victoire
    victor victoria victorien vijay viktor viktoria vince vincent vincenzo vinzent violeta viorel viorica virginie visar vitali vitalii vivian
    viviane vivienne vjosa vlad vladimir volkan volker volodymyr vroni wafae waldemar walid walter waltraud waltraut wanda wannes ward warre
    wassim wayne wendy wenzel werner wesley wessel wido wiebke wies wieslaw wiktor wilco wilfried wilhelm wilhelmina wilhelmine willem willemijn
    william willy wilma wilmer wim winfried witold wojciech wolfgang wout wouter wulf xander xaver xavi xavier xenia xhemal xhevahir xhevdet
    xiao xiomara yacine yahya yakup yan yana yann yannick yannik yannis yara yasar yasin yasmin yasmina yasmine yassin yassine yavuz yeison
    yevhen yfke yildiz ylli yoann yohan yolanda yolande yorick youcef younes youness youri yousra youssef youssouf yucel yuliia yunus yuri yusuf
    yvan yves yvette yvon yvonne yvonnick zacharie zahra zaid zakaria zakariya zbigniew zdenek zdzislaw zehra zeki zeynep zineb zita zoe zofia
    zoltan zoran zouhair zouheir zsolt zuzanna zygmunt`
    .split(/\s+/u)
    .filter(Boolean),
);
