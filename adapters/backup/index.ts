export { type Copying, copyFiles } from './copy-files.ts';
export { type BackupCode, type BackupProblem, refuse as refuseBackup } from './errors.ts';
export {
  type Checked,
  checkManifest,
  MANIFEST,
  type Manifest,
  type ManifestFile,
  writeManifest,
} from './manifest.ts';
