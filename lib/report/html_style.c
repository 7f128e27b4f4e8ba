/* SPDX-License-Identifier: MIT */
/* How the HTML report looks: its style sheet, and the drawings of its signs.
 *
 * All colours are variables, so that light, dark and paper differ in nothing else; each colour of
 * words has a contrast of 4.5 or more on each ground it stands on. Bars are drawn (SVG), not
 * painted as backgrounds, which printers leave out. tests/browser.py measures all of this;
 * tests/formats.py says which hash is right after a change. */
#include "report/html.h"

#include <stddef.h>

const char jmi_html_style_hash[] = "sha256-M606vN5HPmlZfaNyyo0HrXUSFfroeJBVjADuNv8vgCw=";

const char *const jmi_html_style[] = {
    ":root{--paper:#fdfcfa;--ink:#1d1c1a;--soft:#5f5b54;--line:#e3dfd8;--track:#e9e5de;",
    "--met:#17693f;--partly:#8a5300;--missing:#b3261e;--unknown:#1c5d99;--undecided:#6b3fa0;",
    "--high:#2b8a58;--mid:#b97a12;--low:#7c766c;--more:#b9d2ea;--warm:#fdf1ef}",
    "@media screen and (prefers-color-scheme:dark){:root{",
    "--paper:#15171a;--ink:#ebe8e3;--soft:#aaa59d;--line:#32363c;--track:#33373d;",
    "--met:#6fce98;--partly:#e6b35c;--missing:#f5918a;--unknown:#86b9f0;--undecided:#c3a1ee;",
    "--high:#57b883;--mid:#d9a441;--low:#98938a;--more:#3b5570;--warm:#2b1d1c}}",
    "*{box-sizing:border-box}",
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}",
    "body{max-width:50rem;margin:0 auto;padding:3rem 1.5rem 4rem;background:var(--paper);",
    "color:var(--ink);font:1rem/1.6 system-ui,-apple-system,\"Segoe UI\",Roboto,",
    "\"Helvetica Neue\",\"Noto Sans\",Arial,sans-serif;overflow-wrap:break-word}",
    "p,h1,h2,h3,ul,table{margin:0;padding:0}",
    "ul{list-style:none}",
    "h1{font-size:1.9rem;line-height:1.2;font-weight:650;letter-spacing:-.015em;",
    "text-wrap:balance}",
    "h2{font-size:1.2rem;line-height:1.3;font-weight:650;letter-spacing:-.005em;",
    "margin-bottom:1rem}",
    "h3{font-size:1rem;font-weight:600;margin:1.25rem 0 .5rem}",
    "code{font:.85em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,\"DejaVu Sans Mono\",",
    "monospace;color:var(--soft)}",
    "b{font-weight:600}",
    ".met{--tone:var(--met)}.partly{--tone:var(--partly)}.missing{--tone:var(--missing)}",
    ".unknown{--tone:var(--unknown)}.undecided{--tone:var(--undecided)}",
    ".wish{--tone:var(--soft)}",
    ".high{--tone:var(--met);--bar:var(--high)}.mid{--tone:var(--partly);--bar:var(--mid)}",
    ".low{--tone:var(--soft);--bar:var(--low)}",
    /* the head */
    ".kicker{font-size:.85rem;color:var(--soft);margin-bottom:.35rem}",
    ".percent{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;",
    "margin-top:1.75rem}",
    ".percent strong{font-size:3.5rem;line-height:1;font-weight:650;letter-spacing:-.03em;",
    "font-variant-numeric:tabular-nums}",
    ".percent span{font-size:1.25rem;font-weight:600;color:var(--tone)}",
    ".bar{display:block;width:100%;height:50px;margin:1rem 0 .75rem}",
    ".track{fill:var(--track)}.more{fill:var(--more)}.fill{fill:var(--bar,var(--low))}",
    ".bar line{stroke:var(--ink);stroke-width:2}",
    ".bar text{fill:var(--soft);font-size:13px;text-anchor:end}",
    ".bar .right{text-anchor:start}.bar .center{text-anchor:middle}",
    ".summary{font-size:1.15rem;line-height:1.5}",
    "header .note{color:var(--soft);margin-top:.25rem}",
    /* sections */
    "section{margin-top:2.75rem}",
    "#blocked{padding:1.1rem 1.25rem;background:var(--warm);",
    "border-left:4px solid var(--missing);border-radius:.25rem}",
    "#blocked h2{font-size:1.05rem;color:var(--missing);margin-bottom:.35rem}",
    "li{display:flex;gap:.65rem;margin-top:.65rem}",
    "li>div{flex:1;min-width:0}",
    "ul>li:first-child{margin-top:0}",
    ".sign{flex:none;color:var(--tone);font-weight:600}",
    ".sign svg{width:1.1em;height:1.1em;vertical-align:-.17em;fill:none;stroke:currentColor;",
    "stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}",
    ".signs{position:absolute}",
    ".evidence,.how,.tier,.short{font-size:.925rem;color:var(--soft)}",
    ".evidence bdi,.short bdi{color:var(--ink)}",
    ".route{margin-bottom:.5rem}",
    /* shares */
    "table{width:100%;border-collapse:collapse}",
    "th,td{padding:.45rem 1rem .45rem 0;text-align:left;vertical-align:baseline;",
    "border-bottom:1px solid var(--line)}",
    "th:last-child,td:last-child{padding-right:0;width:38%}",
    "thead th{font-size:.85rem;font-weight:400;color:var(--soft);padding-top:0}",
    "tbody th{font-weight:600}",
    "th small{font-size:.925rem;font-weight:400;color:var(--soft)}",
    "td{font-variant-numeric:tabular-nums;white-space:nowrap}",
    ".small{display:block;width:100%;height:6px;margin-top:.3rem}",
    /* the ledger */
    ".ledger>ul>li{padding:1rem 0;margin:0;border-top:1px solid var(--line)}",
    ".ledger>ul>li:last-child{border-bottom:1px solid var(--line)}",
    ".ledger .sign{width:7rem}.ledger .sign svg{margin-right:.45rem}",
    ".ledger>ul>li>div>.name{font-weight:500;margin-bottom:.15rem}",
    ".parts{margin-top:.5rem}",
    ".parts .sign{width:6.5rem;font-size:.925rem}",
    ".parts .group{display:block}",
    ".choice{color:var(--soft);font-size:.925rem}",
    ".group .parts{padding-left:.9rem;border-left:2px solid var(--line)}",
    /* the foot */
    "footer{margin-top:3rem;padding-top:1.25rem;border-top:1px solid var(--line);",
    "font-size:.85rem;color:var(--soft)}",
    "footer .note{margin-top:.35rem}footer code{font-size:.95em}",
    /* phones and paper */
    "@media(max-width:36rem){body{padding:1.75rem 1.125rem 3rem}h1{font-size:1.6rem}",
    ".percent strong{font-size:3rem}th small{display:block}",
    ".ledger>ul>li,.parts>li{display:block}.ledger .sign,.parts .sign{width:auto;",
    "display:block}.parts{padding-left:.9rem;border-left:2px solid var(--line)}}",
    "@media print{:root{color-scheme:light;font-size:10.5pt}@page{margin:18mm 16mm}",
    "body{max-width:none;padding:0;background:none}",
    "section{margin-top:1.75rem}li,tr,h2,h3{break-inside:avoid}",
    "h2,h3{break-after:avoid}}",
    NULL,
};

const char *const jmi_html_signs[] = {
    "<svg width=\"0\" height=\"0\" class=\"signs\" aria-hidden=\"true\">",
    "<symbol id=\"met\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.75\"/>"
    "<path d=\"M5 8.3l2.1 2.1L11.2 6\"/></symbol>",
    "<symbol id=\"partly\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.75\"/>"
    "<path d=\"M8 1.25a6.75 6.75 0 0 0 0 13.5z\" fill=\"currentColor\"/></symbol>",
    "<symbol id=\"missing\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.75\"/>"
    "<path d=\"M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8\"/></symbol>",
    "<symbol id=\"unknown\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.75\"/>"
    "<path d=\"M6 6.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1M8 11.5v.01\"/></symbol>",
    "<symbol id=\"undecided\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.75\"/>"
    "<path d=\"M8 4.5v4.2M8 11.4v.01\"/></symbol>",
    "<symbol id=\"wish\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.75\" "
    "stroke-dasharray=\"2.2 2\"/><path d=\"M8 5.2v5.6M5.2 8h5.6\"/></symbol>",
    "</svg>",
    NULL,
};
