/** Names of OOXML, in both of its forms, by the prefix under which they are known here. */
export const PREFIXES: Record<string, string> = Object.fromEntries(
  [
    ["w", "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"],
    [
      "r",
      "schemas.openxmlformats.org/officeDocument/2006/relationships",
      "purl.oclc.org/ooxml/officeDocument/relationships",
    ],
    [
      "wp",
      "schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
      "purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    ],
    ["a", "schemas.openxmlformats.org/drawingml/2006/main", "purl.oclc.org/ooxml/drawingml/main"],
    ["pic", "schemas.openxmlformats.org/drawingml/2006/picture", "purl.oclc.org/ooxml/drawingml/picture"],
    ["c", "schemas.openxmlformats.org/drawingml/2006/chart", "purl.oclc.org/ooxml/drawingml/chart"],
    ["dgm", "schemas.openxmlformats.org/drawingml/2006/diagram", "purl.oclc.org/ooxml/drawingml/diagram"],
    ["m", "schemas.openxmlformats.org/officeDocument/2006/math", "purl.oclc.org/ooxml/officeDocument/math"],
    ["mc", "schemas.openxmlformats.org/markup-compatibility/2006"],
    ["rel", "schemas.openxmlformats.org/package/2006/relationships"],
    ["ct", "schemas.openxmlformats.org/package/2006/content-types"],
    ["w14", "schemas.microsoft.com/office/word/2010/wordml"],
    ["wps", "schemas.microsoft.com/office/word/2010/wordprocessingShape"],
    ["wpg", "schemas.microsoft.com/office/word/2010/wordprocessingGroup"],
  ].flatMap(([prefix, ...names]) => names.map((name) => [`http://${name}`, prefix!])),
);
PREFIXES["urn:schemas-microsoft-com:vml"] = "v";
PREFIXES["urn:schemas-microsoft-com:office:office"] = "o";
PREFIXES["http://www.w3.org/XML/1998/namespace"] = "xml";
