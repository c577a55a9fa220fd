/** The browser comes from the machine or from npm (libs/printing), never from a download of puppeteer's own. */
module.exports = { skipDownload: true };
