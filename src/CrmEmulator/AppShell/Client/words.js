/** The shell's own words; everything else comes from the solution's labels. */

const english = {
  'notice': 'Development emulator – this is not Microsoft Dynamics.',
  'signOut': 'Sign out', 'app': 'App', 'siteMap': 'Site map', 'commands': 'Commands', 'view': 'View', 'find': 'Search this view', 'findGo': 'Search',
  'refresh': 'Refresh', 'new': 'New', 'save': 'Save', 'delete': 'Delete', 'edit': 'Open', 'close': 'Close', 'back': 'Back', 'chart': 'Chart', 'noChart': 'No chart',
  'deleteQuestion': 'Delete {0} row(s)? This cannot be undone.', 'deleteTitle': 'Confirm deletion', 'selectAll': 'Select all rows', 'selectRow': 'Select {0}',
  'rows': '{0}–{1} of {2}', 'moreThan': 'more than {0}', 'previous': 'Previous page', 'next': 'Next page', 'nothing': 'No rows.', 'loading': 'Loading…', 'selected': '{0} selected',
  'ok': 'OK', 'cancel': 'Cancel', 'yes': 'Yes', 'no': 'No', 'error': 'Something went wrong', 'details': 'Details', 'add': 'Add', 'remove': 'Remove {0}', 'choose': 'Choose', 'lookFor': 'Look for', 'table': 'Table',
  'unsaved': 'Unsaved changes', 'saved': 'Saved', 'isNew': 'New row', 'required': 'Give a value for {0}.', 'number': '{0} must be a number.', 'readOnly': 'Read only', 'noAccess': 'Not visible to you',
  'notes': 'Notes', 'noteText': 'Note', 'addNote': 'Add note', 'timeline': 'Timeline', 'form': 'Form', 'dashboard': 'Dashboard', 'emptyChoice': '–', 'asTable': 'Values', 'noRight': 'Your roles do not give you the right to see this.',
  'addExisting': 'Add existing', 'found': '{0} found', 'notFound': 'Nothing found', 'saveFirst': 'Save the row first.', 'allStates': 'Total', 'pageOf': 'Page {0}', 'sortedUp': 'sorted ascending', 'sortedDown': 'sorted descending', 'noValue': '(no value)', 'working': 'Working…', 'dismiss': 'Dismiss',
};

const persian = {
  'notice': 'شبیه‌ساز توسعه – این داینامیکس مایکروسافت نیست.',
  'signOut': 'خروج', 'app': 'برنامه', 'siteMap': 'نقشه سایت', 'commands': 'فرمان‌ها', 'view': 'نما', 'find': 'جستجو در این نما', 'findGo': 'جستجو',
  'refresh': 'تازه‌سازی', 'new': 'جدید', 'save': 'ذخیره', 'delete': 'حذف', 'edit': 'باز کردن', 'close': 'بستن', 'back': 'بازگشت', 'chart': 'نمودار', 'noChart': 'بدون نمودار',
  'deleteQuestion': '{0} ردیف حذف شود؟ این کار برگشت ندارد.', 'deleteTitle': 'تأیید حذف', 'selectAll': 'انتخاب همه ردیف‌ها', 'selectRow': 'انتخاب {0}',
  'rows': '{0}–{1} از {2}', 'moreThan': 'بیش از {0}', 'previous': 'صفحه پیش', 'next': 'صفحه بعد', 'nothing': 'ردیفی نیست.', 'loading': 'در حال بارگذاری…', 'selected': '{0} انتخاب‌شده',
  'ok': 'تأیید', 'cancel': 'انصراف', 'yes': 'بله', 'no': 'خیر', 'error': 'خطایی رخ داد', 'details': 'جزئیات', 'add': 'افزودن', 'remove': 'برداشتن {0}', 'choose': 'انتخاب', 'lookFor': 'جستجو', 'table': 'جدول',
  'unsaved': 'تغییرات ذخیره نشده', 'saved': 'ذخیره شد', 'isNew': 'ردیف جدید', 'required': 'برای {0} مقداری بدهید.', 'number': '{0} باید عدد باشد.', 'readOnly': 'فقط خواندنی', 'noAccess': 'برای شما نمایش داده نمی‌شود',
  'notes': 'یادداشت‌ها', 'noteText': 'یادداشت', 'addNote': 'افزودن یادداشت', 'timeline': 'خط زمان', 'form': 'فرم', 'dashboard': 'داشبورد', 'emptyChoice': '–', 'asTable': 'مقدارها', 'noRight': 'نقش‌های شما اجازه دیدن این را نمی‌دهند.',
  'addExisting': 'افزودن موجود', 'found': '{0} مورد یافت شد', 'notFound': 'چیزی یافت نشد', 'saveFirst': 'نخست ردیف را ذخیره کنید.', 'allStates': 'جمع', 'pageOf': 'صفحه {0}', 'sortedUp': 'مرتب‌شده صعودی', 'sortedDown': 'مرتب‌شده نزولی', 'noValue': '(بدون مقدار)', 'working': 'در حال انجام…', 'dismiss': 'بستن پیام',
};

/** @param {number} language @returns {(key: string, ...values: Array<string | number>) => string} */
export function speaker(language) {
  const words = language === 1065 ? persian : english;
  return (key, ...values) => {
    if (!(key in words)) {
      throw new Error('The shell has no word ' + key + '.');
    }

    return words[key].replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
  };
}
