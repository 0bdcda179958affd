/// Models that run in this process, in ONNX Runtime: files in, answers to parts of an analysis out,
/// with calls that come at the same time put together into batches. Start reading at
/// [newspulse.provider.onnx.OnnxProvider], then [newspulse.provider.onnx.OnnxModel].
@NullMarked
package newspulse.provider.onnx;

import org.jspecify.annotations.NullMarked;
