export { settingsFrom, type MailServer, type ObjectStore, type Settings } from './settings.js';
export { SETTINGS, SettingsModule } from './settings.module.js';
