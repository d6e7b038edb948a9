/** 紙の決まり: A4 to the millimetre, black on white, tints that a copier keeps; one `.sheet` is one side of paper. */
export const sheetStyle = `
@page { size: A4 portrait; margin: 0 }
@page landscape { size: A4 landscape; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { background: #fff; color: #000; font-family: 'Noto Sans JP Variable', sans-serif; font-size: 10pt;
  line-height: 1.45; line-break: strict; font-variant-numeric: tabular-nums; font-kerning: none;
  -webkit-print-color-adjust: exact; print-color-adjust: exact }
b, h1, h2, th { font-weight: 700 }
.sheet { position: relative; width: 210mm; height: 297mm; overflow: hidden; break-after: page; break-inside: avoid;
  overflow-wrap: anywhere }
.sheet.landscape { page: landscape; width: 297mm; height: 210mm }
.sheet:last-child { break-after: auto }
.at { position: absolute }
.body { position: absolute; left: 18mm; right: 18mm }
.small { font-size: 8.5pt }
.form-number { text-align: center; font-size: 9pt }
h1 { font-size: 16pt; line-height: 1.35; text-align: center; letter-spacing: .04em }
h2 { font-size: 12pt; line-height: 1.3; border-left: 1.2mm solid #333; padding-left: 2mm; margin: 4mm 0 1.4mm }
h2 small { font-size: 8.5pt; font-weight: 400; float: right; line-height: 1.8 }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
th, td { border: .25mm solid #222; padding: 1mm 2mm; vertical-align: middle; text-align: left }
th { font-weight: 400; background: #f0f0f0; font-size: 9.5pt; padding: 1mm 1.6mm }
.fitted { display: block; line-height: 1.3 }
.telephone { white-space: nowrap }
td b { font-size: 1.05em }
.write td { height: 10mm }
.codes { display: flex; gap: 2mm; align-items: center }
.codes figure { display: block; text-align: left }
.codes figcaption { font-size: 8pt; line-height: 1.3; padding-left: 2.7mm; letter-spacing: .02em }
.qr, .barcode { position: relative; z-index: 1; background: #fff }
.qr svg, .barcode svg { display: block; width: 100%; height: 100% }
.boxed { border: .4mm solid #000; padding: 3mm 4mm }
.tick { display: inline-block; width: 4mm; height: 4mm; border: .3mm solid #000; vertical-align: -0.6mm; margin-right: 1.4mm }
.answers { border: .3mm solid #000 }
.answers li { display: flex; align-items: center; list-style: none; padding: 1.6mm 3mm; border-bottom: .25mm solid #000 }
.answers li:last-child { border-bottom: 0 }
.answers span:first-child { flex: 1 }
.answers span + span { margin-left: 7mm; white-space: nowrap }
.blank { white-space: nowrap }
.blank i { display: inline-block; width: 9mm }
.foot { position: absolute; left: 18mm; right: 18mm; bottom: 9mm; border-top: .25mm solid #000; padding-top: 1.2mm;
  font-size: 8pt; line-height: 1.45 }
.foot p:first-child { font-size: 8.5pt }
.foot p + p { display: flex; justify-content: space-between; gap: 4mm }
.fold { position: absolute; left: 0; width: 6mm; border-top: .2mm solid #555 }
.forward { display: inline-block; border: .35mm solid #000; padding: 0 1.4mm; font-weight: 700; letter-spacing: .08em; line-height: 1.3 }
.practice-frame { position: absolute; border: .5mm solid #000; padding: .3mm 3mm; font-size: 11pt; font-weight: 700;
  letter-spacing: .3em; text-indent: .3em; line-height: 1.4 }
.practice-diagonal { position: absolute; left: 25mm; right: 25mm; top: 150mm; text-align: center; font-size: 96pt; font-weight: 700;
  line-height: 1; letter-spacing: .2em; color: rgb(0 0 0 / 9%); transform: rotate(-32deg); pointer-events: none }
.landscape .practice-diagonal { top: 88mm }
.easy { font-size: 14pt; line-height: 2.05; font-weight: 400 }
.easy rt { font-size: 7pt; line-height: 1 }
.easy small rt { font-size: 5.5pt }
.easy li { list-style: none; display: flex; gap: 3mm; padding: 1.2mm 0 1.6mm; border-bottom: .2mm solid #999; line-height: 1.95 }
.easy li .tick { flex: none; width: 6mm; height: 6mm; margin: 3mm 0 0 }
.easy li small { display: block; font-size: 10.5pt; line-height: 1.9 }
.label { position: absolute; width: 86.4mm; height: 42.3mm }
.label::before, .label::after { content: ''; position: absolute; width: 2mm; height: 2mm; border: 0 solid #999 }
.label::before { left: 0; top: 0; border-width: .15mm 0 0 .15mm }
.label::after { right: 0; bottom: 0; border-width: 0 .15mm .15mm 0 }
.list { font-size: 8.5pt; line-height: 1.4 }
.list th { width: auto; border-width: 0 0 .4mm; background: none; font-weight: 700; padding: 1mm 1.2mm; vertical-align: bottom }
.list td { border-width: 0 0 .2mm; border-color: #888; padding: .9mm 1.2mm; vertical-align: top }
.list .numeric { text-align: right; padding-right: 4mm }
.day-log header { display: flex; justify-content: space-between; align-items: flex-start; gap: 4mm }
.day-log h1 { text-align: left; letter-spacing: 0; white-space: nowrap; font-size: 15pt }
.day-log .day { font-size: 11pt; margin: 1mm 0 }
.day-log .day b { font-size: 13pt }
.day-log h2 small .key { margin-left: 2.5mm }
.day-log h2 small svg { vertical-align: -0.5mm }
.approval { width: auto }
.approval th, .approval td { width: 19mm; padding: .6mm 0; text-align: center; background: none; font-size: 8.5pt }
.approval td { height: 19mm }
.approval .side { width: 8mm; line-height: 2.2 }
.two { display: flex; gap: 6mm; align-items: flex-start }
.two > :first-child { flex: none }
.two > :last-child { flex: 1 }
.two .two { gap: 3mm }
.two .two > :first-child { flex: 5 }
.two .two > :last-child { flex: 4 }
.lined { font-size: 9pt; line-height: 1.35 }
.lined th { background: none; font-size: 8.5pt; font-weight: 700; border-width: 0 0 .35mm; padding: .7mm 1.2mm; vertical-align: bottom }
.lined td { border-width: 0 0 .2mm; border-color: #888; padding: .9mm 1.2mm }
.lined .n { text-align: right }
.lined .zero { color: #555 }
.lined .group { text-align: center; border-left: .2mm solid #888 }
.lined tfoot td { font-weight: 700; border-top: .35mm solid #000; border-bottom: .8mm double #000 }
.terminal td { border-left: .2mm solid #bbb }
.terminal.by-hand td { height: 6.6mm }
.notes td { white-space: pre-line; vertical-align: top }
.close { margin-top: .8mm }
.terminal td:first-child { border-left: 0 }
.arrivals text { font-size: 2.7px; font-family: inherit }
.statistics .lined { margin-top: 2mm; font-size: 8.5pt; line-height: 1.25 }
.statistics .lined td { padding: .25mm 1.2mm }
.statistics .group-row td { background: #f0f0f0; font-weight: 700; border-color: #222 }
.statistics .first { border-left: .2mm solid #888 }
.statistics .statistic-total { font-weight: 700 }
.statistics .lined .statistic-part { padding-left: 5mm }
.statistics .lined .statistic-detail { padding-left: 9mm; font-size: 7.5pt; white-space: nowrap }
.statistics .year .statistic-detail { font-size: 6.5pt }
.statistics .lined.year .statistic-detail { padding-left: 7mm }
.statistics .unit { font-weight: 400; font-size: 7.5pt }
.statistics .year { font-size: 7.5pt }
.statistics .year th, .statistics .year td { padding: .35mm .8mm }
.statistics .year th { font-size: 7.5pt }
.forecast-weeks { display: flex; gap: 5mm; align-items: flex-start }
.forecast-weeks table { flex: 1 }
.day-log-foot { display: flex; justify-content: space-between; align-items: flex-end }
.foot.day-log-foot p { display: block }
.day-log-foot .code { font-size: 15pt; font-weight: 700; letter-spacing: .06em; line-height: 1.3 }
`;
