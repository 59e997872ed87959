import { soundKey } from './sound-key.ts';

/**
 * Words that many schools share, with their abbreviations and forms in other languages, romanised as `foldWords` does.
 * "Faculty" and "school" count as one, as do "medical" and "medicine": people mix them freely.
 */
const FORMS: Readonly<Record<string, string>> = {
  university:
    'univ uni univer universitas universitat universitaet universite universita universidad universidade universitet ' +
    'universiteti universitesi universitatea universitas universiti uniwersytet univerzita univerzitet universiteit universitate ' +
    'universitatii sveuciliste egyetem egyetemi ulikool panepistimio jamaa danshgah vishvavidyalay universitesinin',
  medical:
    'med medicine medic medica medico medicina medicinae medicas medicos medecine medizin medizinische medizinischen ' +
    'medicinos medicinski medicinskog medicynai medyczny medyczna meditsinskii meditsinskaya meditsiny meditsina medichnii ' +
    'medychnyi meditsinskij medicin tip tibbi tibb tibbiyot iatriki tbya tbyat tb pzshky medikal chikitsa ayurvigyan refuit',
  college: 'coll colg clg col colleges colegio collegio kolej kolledzh koledj kolegium collegium klya',
  school:
    'sch schule hochschule ecole escuela escola scuola skola szkola shkola faculty fac facultad faculdade facolta fakultat ' +
    'fakultet fakultesi fakulteta facultatea faculte fakulta fakulteti kari schools skoli',
  institute:
    'inst instt insti institut instituto istituto instytut institutul institution institutes intezet sansthan institusi institutet',
  hospital: 'hosp hospitals hospitalier ospedale bolnitsa bolnica klinikum spital',
  science:
    'sc sci sciences ciencias ciencia scienze wissenschaften nauk nauki ilimleri bilimleri vigyan stiinte',
  academy:
    'acad academie academia akademie akademiya akademia akademija akademi akademiia accademia akademisi',
  government: 'govt gov gvt govrnment goverment sarkari',
  state: 'gosudarstvennyi gosudarstvennaya derzhavnii derzhavnyi estatal statale statului panstwowy davlat',
  national:
    'natl natnl nat nacional nationale nazionale natsionalnyi natsionalnii natsionalnaya ulusal rashtriya',
  international: 'intl internacional internationale mezhdunarodnyi uluslararasi',
  research: 'res resrch anusandhan issledovatelskii',
  health: 'salud saude sante salute gesundheit saglik zdorovya zdravlje swasthya',
  center: 'centre ctr centro zentrum centr tsentr merkezi kendra',
  memorial: 'mem meml smarak',
  foundation: 'fdn found fundacion fundacao fondation vakif',
  education: 'edu educ educational educacion education',
  postgraduate: 'pg pgi postgrad',
  sri: 'shri shree sree',
  saint: 'st ste sankt sint sveti',
  doctor: 'dr',
  pandit: 'pt pandith',
  mount: 'mt',
  northern: 'northen',
  pharmacy: 'pharmacie farmacie farmacia pharma',
  dental: 'dent dentistry',
};

const IGNORED = new Set(
  (
    'the of and de la le les del della di da do dos das der die das des du und et y e i for at in im an a at al el ' +
    'imeni named after na no'
  ).split(' '),
);

/** A short form must be met letter by letter: too many words sound like "sch" or "med". */
const SHORTEST_BY_SOUND = 5;

const PAIRS = Object.entries(FORMS).flatMap(([word, forms]) =>
  [word, ...forms.split(' ')].map((form) => [form, word] as const),
);
const BY_LETTER = new Map<string, string>(PAIRS);
const BY_SOUND = new Map<string, string>(
  PAIRS.filter(([form]) => form.length >= SHORTEST_BY_SOUND).map(([form, word]) => [soundKey(form), word]),
);

/** The shared word behind a form ("univ", "университет"), or the word itself. */
export function canonicalWord(folded: string): string {
  const byLetter = BY_LETTER.get(folded);
  if (byLetter !== undefined || folded.length < SHORTEST_BY_SOUND) return byLetter ?? folded;
  return BY_SOUND.get(soundKey(folded)) ?? folded;
}

export function isIgnored(folded: string): boolean {
  return IGNORED.has(folded);
}
