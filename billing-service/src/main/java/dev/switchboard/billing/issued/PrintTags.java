package dev.switchboard.billing.issued;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * What a screen reader goes by (tagged PDF, ISO 32000-1 14.8): title, language, and which text is a
 * heading or a cell of a table.
 */
final class PrintTags {
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole;

  /** For each page, the element of each of its marks. */
  private final List<COSArray> marks = new ArrayList<>();

  private PDPage page = new PDPage();

  PrintTags(PDDocument document, String title, String author) {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage("en");
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setAuthor(author);
    document.getDocumentInformation().setCreator("Switchboard");
    catalog.setStructureTreeRoot(root);
    this.whole = new PDStructureElement("Document", root);
    root.appendKid(whole);
  }

  PDStructureElement document() {
    return whole;
  }

  /** A part of another, such as {@code TR} of a table. */
  PDStructureElement add(PDStructureNode parent, String tag) {
    PDStructureElement element = new PDStructureElement(tag, parent);
    parent.appendKid(element);
    return element;
  }

  /** What is marked from now on is on this page. */
  void begin(PDPage next) {
    page = next;
    page.setStructParents(marks.size());
    page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
    marks.add(new COSArray());
  }

  /** The mark of this element's content on this page; an element has one. */
  int mark(PDStructureElement element) {
    COSArray onPage = marks.getLast();
    int mark = onPage.size();
    onPage.add(element.getCOSObject());
    element.setPage(page);
    element.getCOSObject().setInt(COSName.K, mark);
    return mark;
  }

  /** Tells the document which element each mark belongs to. */
  void finish() {
    COSArray numbers = new COSArray();
    for (int i = 0; i < marks.size(); i++) {
      numbers.add(COSInteger.get(i));
      numbers.add(marks.get(i));
    }
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.setParentTree(new PDNumberTreeNode(tree, PDParentTreeValue.class));
    root.setParentTreeNextKey(marks.size());
  }
}
