"""Makes the tiny net of crates/inference/tests/face/own_net.rs: shaped as ArcFace nets are (112 x 112, blue first, descriptors compared by
angle), it knows no faces. It averages blocks of 14 x 14 and projects them at random.

    python make.py ../../crates/inference/tests/reference/own-face.onnx
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

rng = np.random.default_rng(7)
# A projection that does not see a constant shade: its columns add to nothing.
weights = rng.normal(size=(192, 64)).astype(np.float32)
weights -= weights.mean(axis=0, keepdims=True)
nodes = [
    helper.make_node("AveragePool", ["input"], ["blocks"], kernel_shape=[14, 14], strides=[14, 14]),
    helper.make_node("Flatten", ["blocks"], ["flat"], axis=1),
    helper.make_node("MatMul", ["flat", "weights"], ["embedding"]),
]
graph = helper.make_graph(
    nodes,
    "own-face",
    [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, 112, 112])],
    [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, [1, 64])],
    [numpy_helper.from_array(weights, "weights")],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="countersign")
model.ir_version = 8
onnx.checker.check_model(model)
onnx.save(model, sys.argv[1])
