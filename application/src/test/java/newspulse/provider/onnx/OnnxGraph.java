package newspulse.provider.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Writes a model in ONNX's format (onnx.proto3 of https://github.com/onnx/onnx), operator set 17.
final class OnnxGraph {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;

    private final Protobuf graph = new Protobuf().text(2, "test");
    private int nodes;

    /// @param type of elements, 1 for float and 7 for int64
    OnnxGraph input(String name, int type) {
        graph.message(11, value(name, type, List.of("batch", "sequence")));
        return this;
    }

    OnnxGraph input(String name) {
        return input(name, INT64);
    }

    /// @param dimensions names, or numbers for fixed ones
    OnnxGraph output(String name, List<String> dimensions) {
        graph.message(12, value(name, FLOAT, dimensions));
        return this;
    }

    OnnxGraph weights(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return tensor(name, FLOAT, raw.array(), shape);
    }

    OnnxGraph numbers(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        return tensor(name, INT64, raw.array(), values.length);
    }

    OnnxGraph node(String operator, List<String> inputs, String output) {
        graph.message(1, nodeOf(operator, inputs, output));
        return this;
    }

    /// A node with one attribute, an integer.
    OnnxGraph node(
            String operator, List<String> inputs, String output, String attribute, long value) {
        Protobuf told =
                new Protobuf().text(1, attribute).number(3, value).number(20, ATTRIBUTE_INT);
        graph.message(1, nodeOf(operator, inputs, output).message(5, told));
        return this;
    }

    byte[] model() {
        return new Protobuf()
                .number(1, 8)
                .text(2, "newspulse-test")
                .message(7, graph)
                .message(8, new Protobuf().text(1, "").number(2, 17))
                .written();
    }

    private Protobuf nodeOf(String operator, List<String> inputs, String output) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        nodes++;
        return node.text(2, output).text(3, operator + nodes).text(4, operator);
    }

    private OnnxGraph tensor(String name, int type, byte[] raw, long... shape) {
        Protobuf tensor = new Protobuf();
        for (long dimension : shape) {
            tensor.number(1, dimension);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
        return this;
    }

    private static Protobuf value(String name, int type, List<String> dimensions) {
        Protobuf shape = new Protobuf();
        for (String dimension : dimensions) {
            boolean fixed = Character.isDigit(dimension.charAt(0));
            shape.message(
                    1,
                    fixed
                            ? new Protobuf().number(1, Long.parseLong(dimension))
                            : new Protobuf().text(2, dimension));
        }
        Protobuf tensor = new Protobuf().number(1, type).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }
}
