import { readdirSync, readFileSync } from "node:fs";

const FOLDER = "src/main/webapp/resources/css";

/** The colours that CSS knows by name (CSS Color 4, 6.1). */
const NAMES = `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
  burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod
  darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
  darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
  firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
  hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
  lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
  lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
  mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
  midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
  palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple
  rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue
  slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
  yellowgreen`.split(/\s+/);
const COLOUR = new RegExp(
  `#[\\da-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(|\\b(?:${NAMES.join("|")})\\b`,
  "i",
);

/** A style sheet's rules: {media, selectors, declarations}, where a declaration is {property, value}. */
export function rulesOf(css) {
  return blocksOf(css.replace(/\/\*[^]*?\*\//g, ""), "");
}

/** The literals of colours in a style sheet, as "property: value". */
export function coloursIn(css) {
  return rulesOf(css)
    .flatMap(({ declarations }) => declarations)
    .filter(({ value }) => COLOUR.test(value.replace(/var\(--[\w-]+|"[^"]*"|'[^']*'/g, "")))
    .map(({ property, value }) => `${property}: ${value}`);
}

/** All style sheets of the pages, by name. */
export function readStyles() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".css"));
  return new Map(names.map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")]));
}

/** The blocks `head { body }` of a text, with those inside of an at-rule. */
function blocksOf(css, media) {
  const found = [];
  for (let start = 0, open = css.indexOf("{"); open >= 0; open = css.indexOf("{", start)) {
    const close = closing(css, open);
    const head = css.slice(start, open).trim().replace(/\s+/g, " ");
    const body = css.slice(open + 1, close);
    found.push(...(head.startsWith("@") ? blocksOf(body, `${media} ${head}`.trim()) : [ruleOf(head, body, media)]));
    start = close + 1;
  }
  return found;
}

function closing(css, open) {
  for (let at = open, depth = 0; at < css.length; at += 1) {
    depth += css[at] === "{" ? 1 : css[at] === "}" ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return css.length;
}

function ruleOf(head, body, media) {
  const declarations = body.split(";").filter((line) => line.includes(":"));
  return {
    media,
    selectors: head.split(/,(?![^(]*\))/).map((selector) => selector.trim()),
    declarations: declarations.map((line) => {
      const colon = line.indexOf(":");
      return {
        property: line.slice(0, colon).trim(),
        value: line
          .slice(colon + 1)
          .trim()
          .replace(/\s+/g, " "),
      };
    }),
  };
}
