/**
 * The featurizer as an MLlib stage, the linear heads that apply scores with, model store, card and
 * gate, and the methodologies that scored the days of a lake. Beside them a classifier with any
 * labels that is trained and kept without Spark.
 */
@NullMarked
package org.credence.models;

import org.jspecify.annotations.NullMarked;
