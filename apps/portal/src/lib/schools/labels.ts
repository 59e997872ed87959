/** Words for the closed sets of the registry of schools. */
export const SCHOOL_KINDS: Readonly<Record<string, string>> = {
  'medical-school': 'Medical school',
  'medical-university': 'Medical university',
  'faculty-within-university': 'Faculty within a university',
  'independent-college': 'Independent college',
  'listed-institution': 'Institution on a list',
  'health-sciences-university': 'University of health sciences; may give no basic medical degree',
  'tcm-university': 'University of traditional Chinese medicine; may give no basic medical degree',
  'university-with-medical-name-variant':
    'University, one of whose names sounds medical; may give no basic medical degree',
};

/** How the row was found. None of these is a recognition. */
export const SCHOOL_LEVELS: Readonly<Record<string, string>> = {
  'council-list':
    'It stands on a list of some medical council, which need not be a list of recognised schools',
  'national-list': 'It stands on a national list of institutions',
  'registry-name': 'An open registry of institutions names it as medical',
  'domain-list-name': 'A list of internet domains of universities names it as medical',
};

export const SCHOOL_FIELDS: Readonly<Record<string, string>> = {
  name: 'Name',
  otherNames: 'Other names',
  country: 'Country',
  region: 'Region',
  city: 'City',
  affiliatedTo: 'Affiliated to',
  institutionFounded: 'Institution founded (not its medical programme)',
  website: 'Website',
  ror: 'Research Organization Registry',
  rorStatus: 'Status of the registry record (not of the school)',
  wikidata: 'Wikidata',
  host: 'Host institution',
  coordinates: 'Coordinates of the city',
};
