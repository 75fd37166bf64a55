import { existsSync } from 'node:fs';
import process from 'node:process';
import puppeteer from 'puppeteer-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium', 'C:/Program Files/Google/Chrome/Application/chrome.exe', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A browser; the variable CHROMIUM names one that stands elsewhere. */
export async function launch() {
  const executablePath = [process.env.CHROMIUM, ...usual].find((one) => one && existsSync(one));
  if (!executablePath) {
    throw new Error('No Chromium was found. Install it (Debian: apt-get install chromium) or name it in the variable CHROMIUM.');
  }

  return puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}
