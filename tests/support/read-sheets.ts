import { PDFiumLibrary } from '@hyzyla/pdfium';
import {
  BarcodeFormat,
  BinaryBitmap,
  Code128Reader,
  DecodeHintType,
  GlobalHistogramBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';

/** 明るさの絵: one byte a point, from the top left. */
export type Grey = { readonly width: number; readonly height: number; readonly grey: Uint8ClampedArray };

export type PdfPage = { readonly widthMm: number; readonly heightMm: number; readonly picture: Grey };

const millimetresPerPoint = 25.4 / 72;

/** PDFを絵にする: by a renderer that has nothing to do with the one that wrote it; the sizes are the PDF's own. */
export async function readPdf(pdf: Uint8Array, dotsPerInch: number): Promise<readonly PdfPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(Buffer.from(pdf));
  try {
    const pages: PdfPage[] = [];
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const { width, height, data } = await page.render({ scale: dotsPerInch / 72, render: 'bitmap' });
      const picture = { width, height, grey: greyOf(data) };
      pages.push({
        widthMm: originalWidth * millimetresPerPoint,
        heightMm: originalHeight * millimetresPerPoint,
        picture,
      });
    }
    return pages;
  } finally {
    document.destroy();
    library.destroy();
  }
}

function greyOf(colours: Uint8Array): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(colours.length / 4);
  for (let point = 0; point < grey.length; point += 1) {
    const [first = 0, second = 0, third = 0] = colours.subarray(point * 4, point * 4 + 3);
    grey[point] = (first + 2 * second + third) / 4;
  }
  return grey;
}

/** 絵の一部 (mm), from the sheet's top left. */
export function cut(
  page: PdfPage,
  place: { readonly leftMm: number; readonly topMm: number; readonly widthMm: number; readonly heightMm: number },
): Grey {
  const dots = page.picture.width / page.widthMm;
  const [left, top, width, height] = [place.leftMm, place.topMm, place.widthMm, place.heightMm].map((length) =>
    Math.round(length * dots),
  ) as [number, number, number, number]; // four in, four out
  const grey = new Uint8ClampedArray(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (top + row) * page.picture.width + left;
    grey.set(page.picture.grey.subarray(from, from + width), row * width);
  }
  return { width, height, grey };
}

/** 印字のあるところ: whether anything darker than this light tint stands there. */
export function hasInk({ grey }: Grey, lightest = 200): boolean {
  return grey.some((point) => point < lightest);
}

/** 小さい絵: as a coarser printer or an old scanner sees it, each point the mean of those it covers. */
export function shrunk({ width, height, grey }: Grey, times: number): Grey {
  const [narrow, low] = [Math.floor(width / times), Math.floor(height / times)];
  const small = new Uint8ClampedArray(narrow * low);
  for (let row = 0; row < low; row += 1) {
    for (let column = 0; column < narrow; column += 1) {
      let sum = 0;
      for (let down = 0; down < times; down += 1) {
        for (let along = 0; along < times; along += 1) {
          sum += grey[(row * times + down) * width + column * times + along] ?? 255;
        }
      }
      small[row * narrow + column] = sum / times ** 2;
    }
  }
  return { width: narrow, height: low, grey: small };
}

function bitmapOf({ width, height, grey }: Grey): BinaryBitmap {
  return new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(grey, width, height)));
}

const hints = new Map<DecodeHintType, unknown>([
  [DecodeHintType.TRY_HARDER, true],
  [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128]],
]);

/** QRを読む: throws where none can be read. */
export function readQr(picture: Grey): string {
  return new QRCodeReader().decode(bitmapOf(picture), hints).getText();
}

/** Code 128を読む: throws where none can be read. */
export function readCode128(picture: Grey): string {
  return new Code128Reader().decode(bitmapOf(picture), hints).getText();
}
