package newspulse.producer.feed;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The picture that an entry shows: Media RSS, an enclosure, or iTunes' and RSS' own element.
final class XmlImage {
    private final XmlEntry entry;

    XmlImage(XmlEntry entry) {
        this.entry = entry;
    }

    @Nullable String address() {
        for (Element media : withGroups("media:content")) {
            if (isPicture(media)) {
                String address = entry.resolve(media, media.attr("url"));
                if (address != null) {
                    return address;
                }
            }
        }
        String thumbnail = first(withGroups("media:thumbnail"), "url");
        return thumbnail != null ? thumbnail : attached();
    }

    private @Nullable String attached() {
        List<Element> pictures = new ArrayList<>();
        for (Element enclosure : entry.all("enclosure")) {
            if (isPicture(enclosure)) {
                pictures.add(enclosure);
            }
        }
        String enclosed = first(pictures, "url");
        if (enclosed != null) {
            return enclosed;
        }
        for (Element link : entry.all("link")) {
            if (link.attr("rel").equalsIgnoreCase("enclosure") && isPicture(link)) {
                return entry.resolve(link, link.attr("href"));
            }
        }
        String itunes = first(entry.all("itunes:image"), "href");
        return itunes != null ? itunes : ownImage();
    }

    private @Nullable String ownImage() {
        for (Element image : entry.all("image")) {
            String written = XmlText.plain(image);
            for (Element part : image.children()) {
                written = XmlNames.of(part).equals("url") ? XmlText.plain(part) : written;
            }
            if (!written.isBlank()) {
                return entry.resolve(image, written);
            }
        }
        return null;
    }

    /// The entry's own elements of the name and those within its `media:group`s and contents.
    private List<Element> withGroups(String name) {
        List<Element> found = new ArrayList<>(entry.all(name));
        for (String group : List.of("media:group", "media:content")) {
            for (Element within : entry.all(group)) {
                for (Element child : within.children()) {
                    if (XmlNames.of(child).equals(name)) {
                        found.add(child);
                    }
                }
            }
        }
        return found;
    }

    private @Nullable String first(List<Element> elements, String attribute) {
        for (Element element : elements) {
            String written = element.attr(attribute);
            if (!written.isBlank()) {
                return entry.resolve(element, written);
            }
        }
        return null;
    }

    private static boolean isPicture(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        if (element.attr("medium").equalsIgnoreCase("image") || type.startsWith("image/")) {
            return true;
        }
        String address = element.attr("url").toLowerCase(Locale.ROOT);
        return type.isEmpty() && address.matches("(?s).*\\.(jpe?g|png|gif|webp|avif)(\\?.*)?");
    }
}
