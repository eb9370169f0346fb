export { Icon, type IconName, Mark } from './icons';
export { Button, IconList, Meter, Notice, ScreenHeading, Status } from './parts';
export { type Language, TextProvider, useLanguage, useText } from './text';
export { directionOf, makeTranslate, type TextArgs, type Translate } from './translate';
