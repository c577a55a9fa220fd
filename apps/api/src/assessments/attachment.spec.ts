import { attachmentNamed } from './attachment.js';

describe('attachmentNamed', () => {
  it.each([
    ['plan.pdf', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
    ['خطة.pdf', `attachment; filename="___.pdf"; filename*=UTF-8''%D8%AE%D8%B7%D8%A9.pdf`],
    ['a (1).pdf', `attachment; filename="a__1_.pdf"; filename*=UTF-8''a%20%281%29.pdf`],
    ['a"\r\nX: y;\'.pdf', `attachment; filename="a___X__y__.pdf"; filename*=UTF-8''a%22%0D%0AX%3A%20y%3B%27.pdf`],
    ['\ud800.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%EF%BF%BD.pdf`],
  ])('%j', (name, header) => expect(attachmentNamed(name)).toBe(header));
});
