package newspulse.producer.web;

/// Documents that are small as they come and were made to grow when they are read.
enum DocumentBomb {
    BILLION_LAUGHS {
        @Override
        String document() {
            var entities = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"lol\">");
            for (int i = 1; i < 20; i++) {
                entities.append(
                        "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
            }
            return entities + "]>" + item("&l19;");
        }
    },
    QUADRATIC_ENTITY {
        @Override
        String document() {
            return "<!DOCTYPE rss [<!ENTITY a \""
                    + "a".repeat(50_000)
                    + "\">]>"
                    + item("&a;".repeat(50_000));
        }
    },
    ENTITY_OF_ITSELF {
        @Override
        String document() {
            return "<!DOCTYPE rss [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" + item("&a;");
        }
    },
    EXTERNAL_ENTITY {
        @Override
        String document() {
            return "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + item("&x;");
        }
    },
    PARAMETER_ENTITY {
        @Override
        String document() {
            return "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;]>" + item("&x;");
        }
    },
    EXTERNAL_DOCUMENT_TYPE {
        @Override
        String document() {
            return "<!DOCTYPE rss SYSTEM \"file:///dev/zero\">" + item("x");
        }
    },
    INCLUSION {
        @Override
        String document() {
            return item(
                    "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>");
        }
    },
    NESTED_ELEMENTS {
        @Override
        String document() {
            return item("<a>".repeat(100_000));
        }
    },
    NESTED_ENTRIES {
        @Override
        String document() {
            return "<rss><channel>" + "<item><title>A title of one</title>".repeat(20_000);
        }
    },
    NESTED_MARKUP {
        @Override
        String document() {
            return item("&lt;div&gt;".repeat(50_000));
        }
    },
    NESTED_JSON {
        @Override
        String document() {
            return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":"
                    + "[".repeat(100_000);
        }
    },
    NUMBER_WITHOUT_END {
        @Override
        String document() {
            return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":"
                    + "9".repeat(500_000)
                    + "}]}";
        }
    },
    MANY_ATTRIBUTES {
        @Override
        String document() {
            var attributes = new StringBuilder();
            for (int i = 0; i < 50_000; i++) {
                attributes.append(" a").append(i).append("='b'");
            }
            return item("<b" + attributes + "/>");
        }
    },
    MANY_NAMESPACES {
        @Override
        String document() {
            var open = new StringBuilder();
            for (int i = 0; i < 5_000; i++) {
                open.append("<n%d:a xmlns:n%d='urn:%d'>".formatted(i, i, i));
            }
            return item(open.toString());
        }
    };

    abstract String document();

    private static String item(String description) {
        return "<rss><channel><item><title>A title of one</title><link>https://p.example/1</link><description>"
                + description
                + "</description></item></channel></rss>";
    }
}
