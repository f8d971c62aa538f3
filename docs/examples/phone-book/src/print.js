import { BookFile } from './bookFile.js';

console.log(JSON.stringify(new BookFile(process.env.BOOK ?? 'book.json').read().people(), null, 2));
