/** Parts of the world by country: the regions of the United Nations (M49), America whole. */
export type Region = 'africa' | 'americas' | 'asia' | 'europe' | 'oceania';
export const REGIONS: readonly Region[] = ['africa', 'americas', 'asia', 'europe', 'oceania'];

const COUNTRIES: Readonly<Record<Region, string>> = {
  africa:
    'DZ AO BJ BW BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU YT MA MZ NA NE NG RE RW SH ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW IO TF',
  americas:
    'AI AG AR AW BS BB BZ BM BO BQ BR CA KY CL CO CR CU CW DM DO EC SV FK GF GL GD GP GT GY HT HN JM MQ MX MS NI PA PY PE PR BL KN LC MF PM VC SX SR TT TC US UY VE VG VI GS BV',
  asia: 'AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KP KR KW KG LA LB MO MY MV MN MM NP OM PK PS PH QA SA SG LK SY TW TJ TH TL TR TM AE UZ VN YE',
  europe:
    'AX AL AD AT BY BE BA BG HR CZ DK EE FO FI FR DE GI GR GG HU IS IE IM IT JE XK LV LI LT LU MT MD MC ME NL MK NO PL PT RO RU SM RS SK SI ES SJ SE CH UA GB VA',
  oceania: 'AS AU CX CC CK FJ PF GU HM KI MH FM NR NC NZ NU NF MP PW PG PN WS SB TK TO TV UM VU WF',
};

const REGION_OF = new Map(
  REGIONS.flatMap((region) => COUNTRIES[region].split(' ').map((code) => [code, region] as const)),
);

/** @example regionOf('US-TX') // 'americas' */
export const regionOf = (jurisdiction: string): Region | undefined =>
  REGION_OF.get(jurisdiction.split('-')[0] ?? '');
