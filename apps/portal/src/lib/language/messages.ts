/** The keys of the catalogues, typed from the English ones: `area.key`. A new area is a file and a line here. */
import type about from './catalogues/en/about.json';
import type account from './catalogues/en/account.json';
import type agencies from './catalogues/en/agencies.json';
import type authoring from './catalogues/en/authoring.json';
import type common from './catalogues/en/common.json';
import type compare from './catalogues/en/compare.json';
import type dossier from './catalogues/en/dossier.json';
import type errors from './catalogues/en/errors.json';
import type home from './catalogues/en/home.json';
import type notices from './catalogues/en/notices.json';
import type offline from './catalogues/en/offline.json';
import type organisations from './catalogues/en/organisations.json';
import type phrases from './catalogues/en/phrases.json';
import type policies from './catalogues/en/policies.json';
import type privacy from './catalogues/en/privacy.json';
import type publicLog from './catalogues/en/public-log.json';
import type reach from './catalogues/en/reach.json';
import type results from './catalogues/en/results.json';
import type rights from './catalogues/en/rights.json';
import type route from './catalogues/en/route.json';
import type rules from './catalogues/en/rules.json';
import type schools from './catalogues/en/schools.json';
import type sources from './catalogues/en/sources.json';
import type takeAlong from './catalogues/en/take-along.json';
import type upkeep from './catalogues/en/upkeep.json';

type Catalogues = {
  readonly about: typeof about;
  readonly account: typeof account;
  readonly agencies: typeof agencies;
  readonly authoring: typeof authoring;
  readonly common: typeof common;
  readonly compare: typeof compare;
  readonly dossier: typeof dossier;
  readonly errors: typeof errors;
  readonly home: typeof home;
  readonly notices: typeof notices;
  readonly offline: typeof offline;
  readonly organisations: typeof organisations;
  readonly phrases: typeof phrases;
  readonly policies: typeof policies;
  readonly privacy: typeof privacy;
  readonly 'public-log': typeof publicLog;
  readonly reach: typeof reach;
  readonly results: typeof results;
  readonly rights: typeof rights;
  readonly route: typeof route;
  readonly rules: typeof rules;
  readonly schools: typeof schools;
  readonly sources: typeof sources;
  readonly 'take-along': typeof takeAlong;
  readonly upkeep: typeof upkeep;
};

export type Area = keyof Catalogues;

export type MessageKey = {
  [A in Area]: `${A}.${Extract<keyof Catalogues[A], string>}`;
}[Area];
