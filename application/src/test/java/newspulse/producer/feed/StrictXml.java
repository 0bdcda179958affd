package newspulse.producer.feed;

import java.io.ByteArrayInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The parser of the platform, which takes XML only when it is well-formed.
final class StrictXml {
    private StrictXml() {}

    static boolean accepts(byte[] document) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        if (document.length > 0 && (document[0] == '{' || document[0] == '[')) {
            return true; // JSON
        }
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(new ByteArrayInputStream(document));
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        } catch (XMLStreamException | RuntimeException _) {
            return false;
        }
    }
}
