import { type ExamFile, out, to } from './exam-file.ts';

const months = [
  '2022_07',
  '2022_06',
  '2022_05',
  '2022_04',
  '2022_03',
  '2022_02',
  '2022_01',
  '2021_12',
];
const indexes: readonly (readonly [string, string])[] = [
  ['1', 'Règlements de compte entre malfaiteurs'],
  ['2', "Homicides pour voler et à l'occasion de vols"],
  ['3', "Homicides pour d'autres motifs"],
  ['55', 'Trafic et revente sans usage de stupéfiants'],
  ['56', 'Usage-revente de stupéfiants'],
  ['57', 'Usage de stupéfiants'],
  ['58', 'Autres infractions à la législation sur les stupéfiants'],
  ['96', 'Index non utilisé'],
  ['107', 'Autres délits'],
];

/** SSMSI and Ministère de l'intérieur, as on data.gouv.fr: headings of the releases 2013 to 2026. */
export const frenchFiles: readonly ExamFile[] = [
  {
    name: 'SSMSI, communes, release of 2025 with est_diffuse',
    file: 'donnee-data.gouv-2024-geographie2025-produit-le2025-06-04.csv',
    lines: [
      '"CODGEO_2025";"annee";"indicateur";"unite_de_compte";"nombre";"taux_pour_mille";"est_diffuse";"insee_pop";"insee_pop_millesime";"insee_log";"insee_log_millesime";"complement_info_nombre";"complement_info_taux"',
      '"59183";"2016";"Usage de stupéfiants";"Mis en cause";311;3,5298;"diff";"88108";"2016";"42011";"2016";NA;NA',
      '"59183";"2017";"Usage de stupéfiants";"Mis en cause";298;3,4112;"diff";"87353";"2017";"42120";"2017";NA;NA',
      '"62193";"2024";"Trafic de stupéfiants";"Mis en cause";NA;NA;"ndiff";"72929";"2022";"35001";"2021";0,3;0,2',
      '"2A004";"2024";"Cambriolages de logement";"Infraction";NA;NA;"ndiff";"70659";"2022";"36001";"2021";1,2;0,1',
      '"75056";"2024";"Vols sans violence contre des personnes";"Victime entendue";90211;42,8611;"diff";"2104712";"2022";"1401001";"2021";NA;NA',
      '"97105";"2024";"Vols de véhicule";"Véhicule";101;10,4411;"diff";"9673";"2022";"7001";"2021";NA;NA',
    ],
    layout: { delimiter: ';', title: 0, header: 1 },
    record: 'observation',
    language: 'fr',
    columns: {
      CODGEO_2025: to('place'),
      annee: to('period'),
      indicateur: to('nationalCode', 'offence'),
      unite_de_compte: to('unit', 'countUnit'),
      nombre: to('value'),
      taux_pour_mille: out,
      est_diffuse: out,
      insee_pop: out,
      insee_pop_millesime: out,
      insee_log: out,
      complement_info_nombre: out,
    },
  },
  {
    name: 'SSMSI, régions, release of 2025',
    file: 'donnee-reg-data.gouv-2024-geographie2024-produit-le2025-03-14.csv',
    lines: [
      '"Code_region";"annee";"indicateur";"unite_de_compte";"nombre";"taux_pour_mille";"insee_pop";"insee_pop_millesime";"insee_log";"insee_log_millesime"',
      '"01";"2016";"Homicides";"Victime";"14";"0,0354939";"394110";"2016";"214015";"2016"',
      '"02";"2016";"Homicides";"Victime";"3";"0,0079640";"376480";"2016";"206541";"2016"',
      '"11";"2016";"Homicides";"Victime";"214";"0,0176490";"12117132";"2016";"5723411";"2016"',
      '"24";"2017";"Usage de stupéfiants (AFD)";"Mis en cause";"5011";"1,9440";"2576252";"2017";"1461411";"2017"',
      '"93";"2024";"Trafic de stupéfiants";"Mis en cause";"6911";"1,3302";"5198011";"2022";"3201411";"2021"',
      '"94";"2024";"Destructions et dégradations volontaires";"Infraction";"2311";"6,5211";"355528";"2022";"271411";"2021"',
    ],
    layout: { delimiter: ';', title: 0, header: 1 },
    record: 'observation',
    language: 'fr',
    columns: {
      Code_region: to('place'),
      annee: to('period'),
      indicateur: to('nationalCode', 'offence'),
      unite_de_compte: to('unit', 'countUnit'),
      nombre: to('value'),
      taux_pour_mille: out,
      insee_pop: out,
      insee_log_millesime: out,
    },
  },
  {
    name: 'état 4001, tableaux-4001-ts: a sheet a département, a column a month',
    file: 'tableaux-4001-ts.xlsx',
    sheets: Object.fromEntries(
      ['France_Entière', 'France_Métro', '59', '2A'].map((sheet, by) => [
        sheet,
        [
          ['Index', 'libellé index', ...months.map((month) => `_${month}`)],
          ...indexes.map(([key, words], at) => [
            Number(key),
            words,
            ...months.map((_, month) => (at + 1) * 3 * (4 - by) + month),
          ]),
        ],
      ]),
    ),
    layout: { title: 0, header: 1 },
    record: 'observation',
    language: 'fr',
    columns: {
      Index: to('nationalCode', 'offence'),
      'libellé index': out,
      '/^_\\d{4}_\\d{2}$/': to('value'),
    },
    fold: ['period'],
  },
  {
    name: 'état 4001, the long form that a statistician makes of it',
    file: 'etat_4001_france_metropolitaine.csv',
    lines: [
      'index,index_libelle,date,n',
      ...indexes.flatMap(([key, words], at) =>
        months
          .slice(0, 3)
          .map((month) => `${key},"${words}",${month.replace('_', '-')},${(at + 1) * 17}`),
      ),
    ],
    layout: { delimiter: ',', title: 0, header: 1 },
    record: 'observation',
    language: 'fr',
    columns: {
      index: to('nationalCode', 'offence'),
      index_libelle: out,
      date: to('period'),
      n: to('value'),
    },
  },
  {
    name: 'état 4001 by service: département, perimeter and police station in three header rows',
    file: 'crimes-et-delits-services-pn-2021.csv',
    lines: [
      'Année 2021 - services de police;Départements;01;01;02;59;59',
      'Année 2021 - services de police;Périmètres;DCPAF;DCSP;DCSP;DCSP;DCPAF',
      'Code index;Libellé index \\ CSP;DIDPAF FERNEY VOLTAIRE;CSP BOURG EN BRESSE;CSP SOISSONS;CSP LILLE;SPAF LILLE',
      ...indexes.map(
        ([key, words], at) => `${key};${words};${at};${at + 11};${at * 3};${at * 41};${at * 2}`,
      ),
    ],
    layout: { delimiter: ';', title: 0, header: 3 },
    record: 'observation',
    language: 'fr',
    columns: {
      '/Code index$/': to('nationalCode', 'offence'),
      '/Libellé index/': out,
      '/(?:CSP|DIDPAF|SPAF) (?:FERNEY|BOURG|SOISSONS|LILLE)/': to('value'),
    },
    fold: ['place'],
  },
  {
    name: 'séries chronologiques of the SSMSI, quarters, latin-1',
    file: 'serieschrono-datagouv.csv',
    encoding: 'windows-1252',
    lines: [
      'Valeurs;Unite_temps;Indicateur;Sous_indicateur;Statistique;Zone_geographique;Periodicite;Unite_de_compte;Correction',
      '1277;2024T1;Homicides;Ensemble;Nombre;France;Trimestrielle;Victimes;Brute',
      '1311;2024T2;Homicides;Ensemble;Nombre;France;Trimestrielle;Victimes;Brute',
      '20111;2024T1;Usage de stupéfiants;Ensemble;Nombre;France métropolitaine;Trimestrielle;Mis en cause;CVS-CJO',
      '13401;2024T2;Trafic de stupéfiants;Ensemble;Nombre;France;Trimestrielle;Mis en cause;CVS-CJO',
    ],
    layout: { delimiter: ';', title: 0, header: 1 },
    record: 'observation',
    language: 'fr',
    columns: {
      Valeurs: to('value'),
      Unite_temps: to('period'),
      Indicateur: to('nationalCode', 'offence'),
      Zone_geographique: to('place'),
      Periodicite: out,
      Unite_de_compte: to('unit', 'countUnit'),
    },
  },
  {
    name: 'SSMSI, mis en cause by year, series side by side',
    file: 'mis-en-cause-stupefiants-2016-2024.xlsx',
    sheets: {
      Lisezmoi: [['Source : SSMSI, bases des mis en cause'], ['Champ : France']],
      'Figure 1': [
        ['Figure 1. Nombre de mis en cause pour usage et trafic de stupéfiants, France'],
        [null],
        ['Année', 'Usage de stupéfiants', 'Trafic de stupéfiants', 'Évolution annuelle (en %)'],
        ...[2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024].map((year, at) => [
          year,
          180000 + at * 911,
          40000 + at * 311,
          3.1 - at,
        ]),
        ['Source : SSMSI, base des mis en cause.'],
      ],
    },
    layout: { sheet: 'Figure 1', header: 1, footer: 1 },
    record: 'observation',
    language: 'fr',
    columns: {
      Année: to('period'),
      'Usage de stupéfiants': to('value'),
      'Trafic de stupéfiants': to('value'),
      'Évolution annuelle (en %)': out,
    },
  },
];
