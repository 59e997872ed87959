export { type AssessmentRequest, assessDossier } from './assess-dossier.ts';
export { type LawFile, packLawFile, unpackLawFile } from './law-file.ts';
export { type Library, openLibrary } from './library.ts';
export { packRegistryFile, type RegistryFile, unpackRegistryFile } from './registry-file.ts';
