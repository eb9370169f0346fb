const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)';
export const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

/** User agents as the browsers and apps send them: system and browser or app, and the first step about a blocked camera. */
export const AGENTS: [string, string, string][] = [
  ['ios safari -', `${IOS} Version/18.5 Mobile/15E148 Safari/604.1`, 'help-ios-safari-site'],
  ['ios chrome -', `${IOS} CriOS/138.0.7204.53 Mobile/15E148 Safari/604.1`, 'help-ios-settings'],
  ['ios firefox -', `${IOS} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 'help-ios-settings'],
  ['ios edge -', `${IOS} Version/18.0 EdgiOS/138.0 Mobile/15E148 Safari/605.1.15`, 'help-ios-settings'],
  ['ios google', `${IOS} GSA/375.0 Mobile/15E148 Safari/604.1`, 'help-inapp-menu'],
  ['ios instagram', `${IOS} Mobile/22F76 Instagram 387.0.0 (iPhone15,2; iOS 18_5)`, 'help-inapp-menu'],
  ['ios facebook', `${IOS} Mobile/22F76 [FBAN/FBIOS;FBAV/517.0.0;FBDV/iPhone15,2]`, 'help-inapp-menu'],
  ['ios messenger', `${IOS} Mobile/22F76 [FBAN/MessengerForiOS;FBAV/510.0;]`, 'help-inapp-menu'],
  ['ios wechat', `${IOS} Mobile/15E148 MicroMessenger/8.0.60(0x18003c2b) NetType/WIFI`, 'help-inapp-menu'],
  ['ios line', `${IOS} Mobile/22F76 Safari Line/15.9.0`, 'help-inapp-menu-below'],
  ['ios tiktok', `${IOS} Mobile/22F76 musical_ly_40.3.0 BytedanceWebview/d8a21c6`, 'help-inapp-menu'],
  ['ios webview', `${IOS} Mobile/15E148`, 'help-inapp-copy'],
  ['android chrome -', `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36`, 'help-android-chrome-site'],
  [
    'android edge -',
    `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36 EdgA/138.0`,
    'help-android-chrome-site',
  ],
  [
    'android samsung -',
    `${ANDROID} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'help-android-samsung-site',
  ],
  [
    'android firefox -',
    'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
    'help-android-firefox-site',
  ],
  [
    'android opera -',
    `${ANDROID} Chrome/138.0.0.0 Mobile Safari/537.36 OPR/90.0`,
    'help-android-chrome-site',
  ],
  [
    'android telegram',
    `${ANDROID} Version/4.0 Chrome/138.0.0.0 Mobile Safari/537.36 Telegram-Android/11.13`,
    'help-inapp-menu',
  ],
  [
    'android instagram',
    'Mozilla/5.0 (Linux; Android 15; SM-S921B; wv) AppleWebKit/537.36 Chrome/138 Mobile Safari/537.36 Instagram 387.0',
    'help-inapp-menu',
  ],
  [
    'android facebook',
    'Mozilla/5.0 (Linux; Android 15; SM-S921B; wv) AppleWebKit/537.36 Chrome/138 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/519.0]',
    'help-inapp-menu',
  ],
  [
    'android webview',
    'Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 Version/4.0 Chrome/138 Mobile Safari/537.36',
    'help-inapp-copy',
  ],
  ['macos safari -', `${MAC} Version/18.5 Safari/605.1.15`, 'help-mac-safari-site'],
  ['macos chrome -', `${MAC} Chrome/138.0.0.0 Safari/537.36`, 'help-desk-chrome-site'],
  [
    'macos firefox -',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
    'help-desk-firefox-site',
  ],
  ['windows edge -', `${WINDOWS} Chrome/138.0.0.0 Safari/537.36 Edg/138.0`, 'help-desk-chrome-site'],
  [
    'windows firefox -',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'help-desk-firefox-site',
  ],
  [
    'linux chrome -',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36',
    'help-desk-chrome-site',
  ],
  [
    'chromeos chrome -',
    'Mozilla/5.0 (X11; CrOS x86_64 16181.61.0) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36',
    'help-desk-chrome-site',
  ],
];
